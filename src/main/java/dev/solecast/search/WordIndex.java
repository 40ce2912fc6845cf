package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every word that anything can be found by. */
@ApplicationScoped
class WordIndex {

    /** A longer question is read up to here: bounded work, and nobody's sneaker has a longer name. */
    private static final int MOST = 12;

    private final EntityManager database;

    WordIndex(EntityManager database) {
        this.database = database;
    }

    /** What was typed, split into words as the database compares them; empty if it holds neither letter nor digit. */
    List<String> in(String text) {
        // A limit tempts the planner to walk through a whole table or primary key in the hope of soon having found
        // enough,
        // which takes half a second where matches are rare: only the indexes of words are left to it.
        var row = (Object[]) database.createNativeQuery("""
                                select array_to_string((search_words(cast(:text as text)))[1 : cast(:most as int)], ' '),
                                    set_config('enable_seqscan', 'off', true),
                                    set_config('enable_indexscan', 'off', true), set_config('jit', 'off', true)
                                """)
                .setParameter("text", text)
                .setParameter("most", MOST)
                .getSingleResult();
        var words = (String) row[0];
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** What exists of these words and of two neighbours as one, the last of them perhaps only begun. */
    Vocabulary typedSoFar(List<String> typed) {
        return about(typed, Vocabulary.around(typed, typed.size() - 1));
    }

    /** The same, any of two letters and more perhaps only begun. */
    Vocabulary abbreviated(List<String> typed) {
        return about(
                typed, around(typed).stream().filter(term -> term.length() > 1).toList());
    }

    private Vocabulary about(List<String> typed, List<String> begun) {
        List<Object[]> found = database.createNativeQuery("""
                        select term, 'is', word
                        from unnest(cast(:terms as text[])) term join search_word on word = term
                        union all
                        select term, 'begins', known.word
                        from unnest(cast(:begun as text[])) term, lateral (
                            select word from search_word
                            where word > term collate "C" and word < (term || U&'\\+10FFFF') collate "C"
                            group by word order by min(rank), length(word), word limit 20) known
                        union all
                        select term, 'resembles', known.word
                        from unnest(cast(:terms as text[])) term, lateral (
                            select word from search_word where spellings && search_spellings(term) and word <> term
                            group by word order by min(rank), abs(length(word) - length(term)), word limit 30) known
                        """, Object[].class)
                .setParameter("terms", around(typed).toArray(String[]::new))
                .setParameter("begun", begun.toArray(String[]::new))
                .getResultList();
        Set<String> existing = new HashSet<>();
        Map<String, List<String>> beginnings = new HashMap<>();
        Map<String, List<String>> errors = new HashMap<>();
        for (var row : found) {
            var term = (String) row[0];
            var word = (String) row[2];
            switch ((String) row[1]) {
                case "is" -> existing.add(word);
                case "begins" ->
                    beginnings.computeIfAbsent(term, any -> new ArrayList<>()).add(word);
                default -> {
                    if (Vocabulary.mayBeMistyped(term, word)) {
                        errors.computeIfAbsent(term, any -> new ArrayList<>()).add(word);
                    }
                }
            }
        }
        return new Vocabulary(existing, beginnings, errors);
    }

    private static List<String> around(List<String> typed) {
        var terms = new LinkedHashSet<String>();
        for (int i = 0; i < typed.size(); i++) {
            terms.addAll(Vocabulary.around(typed, i));
        }
        return List.copyOf(terms);
    }
}
