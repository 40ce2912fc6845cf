package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the entries that a typed text most likely means. */
@ApplicationScoped
@Transactional
class Search {

    /** The types through whose words releases are found, which have none of their own. */
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
     * The best hits, best first. Only if no entry matches the whole text, each word may be a typing error.
     *
     * @param types the types to find
     * @param limit the most hits to return
     */
    List<Hit> search(String text, Set<HitType> types, int limit, LocalDate today) {
        var typed = words.split(text);
        if (typed.isEmpty()) {
            return List.of();
        }
        var found = rank(SearchQuery.strict(typed, words.vocabularyWhileTyping(typed)), types, limit);
        if (found.isEmpty()) {
            var lenient = SearchQuery.lenient(typed, words.vocabularyOfAbbreviations(typed));
            found = lenient.typed().isEmpty() ? List.of() : rank(lenient, types, limit);
        }
        return hits.list(found, today);
    }

    private List<Candidate> rank(SearchQuery typed, Set<HitType> types, int limit) {
        var query = typed.withBrandMarks(candidates.brandsIn(typed));
        var needed = EnumSet.copyOf(types);
        if (needed.remove(HitType.RELEASE)) {
            needed.addAll(SHOES);
        }
        boolean colorways = needed.remove(HitType.COLORWAY);
        var entries = new ArrayList<>(candidates.list(needed, query));
        if (colorways && query.mayBeStyleCode()) {
            entries.addAll(candidates.listByStyleCode(query));
        }
        var ranked = best(entries, types, limit);
        // A common word matches very many colorways, and they rank behind all entries that are more general.
        if (colorways && ranked.size() < limit) {
            entries.addAll(candidates.list(EnumSet.of(HitType.COLORWAY), query));
            ranked = best(entries, types, limit);
        }
        return ranked;
    }

    private List<Candidate> best(List<Candidate> entries, Set<HitType> types, int limit) {
        var sorted = entries.stream().distinct().sorted(Candidate.BEST_FIRST).toList();
        var shoes = sorted.stream()
                .filter(entry -> SHOES.contains(entry.type()))
                .limit(MOST_SHOES)
                .toList();
        var releases = types.contains(HitType.RELEASE) ? candidates.listReleases(shoes) : List.<Candidate>of();
        return Stream.concat(sorted.stream().filter(entry -> types.contains(entry.type())), releases.stream())
                .sorted(Candidate.BEST_FIRST)
                .limit(limit)
                .toList();
    }
}
