package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the entries that a typed text most likely means. */
@ApplicationScoped
@Transactional
class Search {

    /** The types through whose words releases are found, which have none of their own. */
    private static final Set<HitType> SHOES = EnumSet.of(HitType.MODEL, HitType.COLLABORATION, HitType.COLORWAY);

    private static final int MOST_SHOES = 100;

    /** The most parts of a text that a hit may lack. */
    private static final int MOST_LEFT_OUT = 2;

    private static final Pattern YEAR = Pattern.compile("19[789][0-9]|20[0-4][0-9]");

    private final WordIndex words;
    private final Candidates candidates;
    private final Hits hits;

    Search(WordIndex words, Candidates candidates, Hits hits) {
        this.words = words;
        this.candidates = candidates;
        this.hits = hits;
    }

    /**
     * The best hits, best first, and whether they have all that was typed.
     *
     * @param complete false if no entry has all typed words, and these have most of them
     */
    record Found(List<Hit> hits, boolean complete) {}

    /**
     * The best hits, best first. Only if no entry matches the whole text, one of its words may be a year, each may be a
     * typing error, and at last some may be missing.
     *
     * @param types the types to find
     * @param limit the most hits to return
     */
    Found search(String text, Set<HitType> types, int limit, LocalDate today) {
        var typed = words.split(text);
        if (typed.isEmpty()) {
            return new Found(List.of(), true);
        }
        var strict = SearchQuery.strict(typed, words.vocabularyWhileTyping(typed.words()));
        var found = rank(strict, strict.all(), types, limit);
        if (found.isEmpty()) {
            found = rankOfYear(strict, types, limit);
        }
        var complete = true;
        if (found.isEmpty()) {
            var lenient = SearchQuery.lenient(typed, words.vocabularyOfAbbreviations(typed.words()));
            complete = lenient.typed().size() == typed.words().size();
            found = lenient.typed().isEmpty() ? List.of() : rank(lenient, lenient.all(), types, limit);
            for (int leftOut = 1; found.isEmpty() && leftOut <= MOST_LEFT_OUT; leftOut++) {
                complete = false;
                found = rank(lenient, lenient.allBut(leftOut), types, limit);
            }
        }
        return new Found(hits.list(found, today), complete || found.isEmpty());
    }

    private List<Candidate> rank(SearchQuery typed, List<List<Integer>> kept, Set<HitType> types, int limit) {
        if (kept.isEmpty()) {
            return List.of();
        }
        var query = typed.withMarks(candidates.marksIn(typed));
        var needed = EnumSet.copyOf(types);
        if (needed.remove(HitType.RELEASE)) {
            needed.addAll(SHOES);
        }
        boolean colorways = needed.remove(HitType.COLORWAY);
        // Only colorways have marks, which are many.
        var entries = new ArrayList<>(candidates.list(needed, typed, kept, null));
        if (colorways && query.mayBeStyleCode()) {
            entries.addAll(candidates.listByStyleCode(query));
        }
        var ranked = best(entries, types, limit, null);
        // A common word matches very many colorways, and they rank behind all entries that are more general.
        if (colorways && ranked.size() < limit) {
            entries.addAll(candidates.list(EnumSet.of(HitType.COLORWAY), query, kept, null));
            ranked = best(entries, types, limit, null);
        }
        return ranked;
    }

    /** The shoes that have a release in the year that stands among the words, and all others of the words. */
    private List<Candidate> rankOfYear(SearchQuery typed, Set<HitType> types, int limit) {
        var place = typed.typed().stream()
                .filter(word -> YEAR.matcher(word).matches())
                .findFirst();
        if (place.isEmpty() || typed.typed().size() == 1) {
            return List.of();
        }
        var others = typed.without(typed.typed().indexOf(place.get()));
        var query = others.withMarks(candidates.marksIn(others));
        var year = Integer.valueOf(place.get());
        return best(candidates.list(SHOES, query, query.all(), year), types, limit, year);
    }

    private List<Candidate> best(List<Candidate> entries, Set<HitType> types, int limit, @Nullable Integer year) {
        var sorted = entries.stream().distinct().sorted(Candidate.BEST_FIRST).toList();
        var shoes = sorted.stream()
                .filter(entry -> SHOES.contains(entry.type()))
                .limit(MOST_SHOES)
                .toList();
        var releases = types.contains(HitType.RELEASE) ? candidates.listReleases(shoes, year) : List.<Candidate>of();
        return Stream.concat(sorted.stream().filter(entry -> types.contains(entry.type())), releases.stream())
                .sorted(Candidate.BEST_FIRST)
                .limit(limit)
                .toList();
    }
}
