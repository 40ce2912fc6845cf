package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a person means by what they typed. */
@ApplicationScoped
@Transactional
class Search {

    /** A release has no words of its own; it is found by those of one of these. */
    private static final Set<HitType> SHOES = EnumSet.of(HitType.MODEL, HitType.COLLABORATION, HitType.COLORWAY);

    private static final int MOST_SHOES = 100;

    private final WordIndex words;
    private final Candidates candidates;
    private final Hits hits;

    Search(WordIndex words, Candidates candidates, Hits hits) {
        this.words = words;
        this.candidates = candidates;
        this.hits = hits;
    }

    /**
     * The best hits, best first. Only if nothing has all that was typed, every word of it may be a typing error.
     *
     * @param types what is wanted
     * @param limit how many at most
     */
    List<Hit> find(String text, Set<HitType> types, int limit, LocalDate today) {
        var typed = words.in(text);
        if (typed.isEmpty()) {
            return List.of();
        }
        var found = answers(SearchQuery.strict(typed, words.typedSoFar(typed)), types, limit);
        if (found.isEmpty()) {
            var lenient = SearchQuery.lenient(typed, words.abbreviated(typed));
            found = lenient.typed().isEmpty() ? List.of() : answers(lenient, types, limit);
        }
        return hits.of(found, today);
    }

    private List<Candidate> answers(SearchQuery asked, Set<HitType> types, int limit) {
        var question = asked.with(candidates.brandsIn(asked));
        var needed = EnumSet.copyOf(types);
        if (needed.remove(HitType.RELEASE)) {
            needed.addAll(SHOES);
        }
        boolean colorways = needed.remove(HitType.COLORWAY);
        var entries = new ArrayList<>(candidates.of(needed, question));
        if (colorways && question.mayBeStyleCode()) {
            entries.addAll(candidates.byStyleCode(question));
        }
        var answers = best(entries, types, limit);
        // Of a common word there are very many colorways, and they stand behind all that is more general.
        if (colorways && answers.size() < limit) {
            entries.addAll(candidates.of(EnumSet.of(HitType.COLORWAY), question));
            answers = best(entries, types, limit);
        }
        return answers;
    }

    private List<Candidate> best(List<Candidate> entries, Set<HitType> types, int limit) {
        var sorted = entries.stream().distinct().sorted(Candidate.BEST_FIRST).toList();
        var shoes = sorted.stream()
                .filter(entry -> SHOES.contains(entry.type()))
                .limit(MOST_SHOES)
                .toList();
        var releases = types.contains(HitType.RELEASE) ? candidates.releasesOf(shoes) : List.<Candidate>of();
        return Stream.concat(sorted.stream().filter(entry -> types.contains(entry.type())), releases.stream())
                .sorted(Candidate.BEST_FIRST)
                .limit(limit)
                .toList();
    }
}
