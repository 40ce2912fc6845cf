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

/** Reads the index of all words by which entries are found. */
@ApplicationScoped
class WordIndex {

    /** The most words that are read of a query, to bound the work; no sneaker has a longer name. */
    private static final int MOST = 12;

    private final EntityManager database;

    WordIndex(EntityManager database) {
        this.database = database;
    }

    /** The typed text split into words as the database compares them; empty if it has neither letter nor digit. */
    TypedText split(String text) {
        // With a limit the planner may scan a whole table or primary key, expecting to find enough rows early, which
        // takes half a second where matches are rare. These settings leave it only the indexes of words.
        var row = (Object[]) database.createNativeQuery("""
                                select
                                    array_to_string((search_asked(cast(:text as text)))[1 : cast(:most as int)], ' '),
                                    array_to_string((search_words(cast(:text as text)))[1 : cast(:most as int)], ''),
                                    set_config('enable_seqscan', 'off', true),
                                    set_config('enable_indexscan', 'off', true), set_config('jit', 'off', true)
                                """)
                .setParameter("text", text)
                .setParameter("most", MOST)
                .getSingleResult();
        var words = (String) row[0];
        return TypedText.of(text, (String) row[1], words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    /** The vocabulary of these words and of two neighbors as one; the last word may be incomplete. */
    Vocabulary vocabularyWhileTyping(List<String> typed) {
        return lookUp(typed, Vocabulary.termsAt(typed, typed.size() - 1));
    }

    /** The same; any word of two letters and more may be incomplete. */
    Vocabulary vocabularyOfAbbreviations(List<String> typed) {
        return lookUp(
                typed,
                allTerms(typed).stream().filter(term -> term.length() > 1).toList());
    }

    private Vocabulary lookUp(List<String> typed, List<String> incomplete) {
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
                .setParameter("terms", allTerms(typed).toArray(String[]::new))
                .setParameter("begun", incomplete.toArray(String[]::new))
                .getResultList();
        Set<String> existing = new HashSet<>();
        Map<String, List<String>> completions = new HashMap<>();
        Map<String, List<String>> corrections = new HashMap<>();
        for (var row : found) {
            var term = (String) row[0];
            var word = (String) row[2];
            switch ((String) row[1]) {
                case "is" -> existing.add(word);
                case "begins" ->
                    completions.computeIfAbsent(term, any -> new ArrayList<>()).add(word);
                default -> {
                    if (Vocabulary.mayBeMistyped(term, word)) {
                        corrections
                                .computeIfAbsent(term, any -> new ArrayList<>())
                                .add(word);
                    }
                }
            }
        }
        return new Vocabulary(existing, completions, corrections);
    }

    private static List<String> allTerms(List<String> typed) {
        var terms = new LinkedHashSet<String>();
        for (int i = 0; i < typed.size(); i++) {
            terms.addAll(Vocabulary.termsAt(typed, i));
        }
        return List.copyOf(terms);
    }
}
