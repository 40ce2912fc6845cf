package dev.solecast.search;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A possible hit for a query.
 *
 * @param size the number of words in its title
 * @param score how well it matches: a whole style code above a whole name, above the beginning of a style code, above
 *     all else; the latter two lie between 0 and 1
 */
record Candidate(HitType type, long id, int size, double score) {

    /** Orders by score; of equals the more general comes first, then the shorter. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingDouble(candidate -> -candidate.score)
            .thenComparing(Candidate::type)
            .thenComparingInt(Candidate::size);

    private static final double STYLE_CODE = 4;
    private static final double WHOLE_NAME = 3;
    private static final double STYLE_CODE_BEGUN = 0.95;
    /** A few digits are more likely the number of a model than the beginning of a style code. */
    private static final double NUMBER_BEGUN = 0.5;
    /** The share of its score that a candidate keeps if nearly all of its title was not typed. */
    private static final double UNTYPED = 0.6;

    /**
     * Scores an entry.
     *
     * @param words the words by which it is found
     * @param codes its style codes; letters and digits only
     */
    static Candidate of(SearchQuery query, HitType type, long id, Collection<String> words, int size, Codes codes) {
        return new Candidate(type, id, size, score(query, words, size, codes));
    }

    /**
     * The style codes of a colorway, letters and digits only, in lower case; null where it has none.
     *
     * @param code the first or only one
     * @param half the second one
     * @param core the first without leading letters and zeros, as people shorten it
     */
    record Codes(
            @Nullable String code,
            @Nullable String half,
            @Nullable String core) {

        boolean have(String typed) {
            return typed.equals(code) || typed.equals(half);
        }

        boolean begin(String typed) {
            return (code != null && code.startsWith(typed)) || (half != null && half.startsWith(typed));
        }

        /** Whether the code is this one, or begins so, when both are shortened. */
        boolean beginShortened(String typed) {
            var shortened = SearchQuery.shortened(typed);
            return shortened.length() >= SearchQuery.SHORTEST_CODE
                    && ((core != null && core.startsWith(shortened)) || begin(shortened));
        }
    }

    /** A candidate for a release of this entry, with the same score. */
    Candidate release(long release) {
        return new Candidate(HitType.RELEASE, release, size, score);
    }

    private static double score(SearchQuery query, Collection<String> words, int size, Codes codes) {
        var typed = query.joined();
        if (codes.have(typed)) {
            return STYLE_CODE;
        } else if (words.contains(query.wholeName())) {
            return WHOLE_NAME;
        }
        double coverage = Math.min(1, (double) query.typed().size() / size);
        double score = query.score(words) * (UNTYPED + (1 - UNTYPED) * coverage);
        if (!query.mayBeStyleCode() || !(codes.begin(typed) || codes.beginShortened(typed))) {
            return score;
        }
        return Math.max(score, typed.chars().allMatch(Character::isDigit) ? NUMBER_BEGUN : STYLE_CODE_BEGUN);
    }
}
