package dev.solecast.search;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be meant.
 *
 * @param size how many words its title has
 * @param score how well it answers: a whole style code above a whole name, above a style code begun, above all else,
 *     which lies between 0 and 1
 */
record Candidate(HitType type, long id, int size, double score) {

    /** Of equals the more general, then the shorter. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingDouble(candidate -> -candidate.score)
            .thenComparing(Candidate::type)
            .thenComparingInt(Candidate::size);

    private static final double STYLE_CODE = 4;
    private static final double WHOLE_NAME = 3;
    private static final double STYLE_CODE_BEGUN = 0.95;
    /** A few digits are rather a model's number than the beginning of a code. */
    private static final double NUMBER_BEGUN = 0.5;
    /** The share of its score that an answer keeps if nearly all of its title was not asked for. */
    private static final double UNASKED = 0.6;

    /**
     * Scores an entry.
     *
     * @param words by which it is found
     * @param code its style code, letters and digits only
     */
    static Candidate of(
            SearchQuery question, HitType type, long id, Collection<String> words, int size, @Nullable String code) {
        return new Candidate(type, id, size, score(question, words, size, code));
    }

    /** A release of this, as good an answer as this is. */
    Candidate release(long release) {
        return new Candidate(HitType.RELEASE, release, size, score);
    }

    private static double score(SearchQuery question, Collection<String> words, int size, @Nullable String code) {
        var typed = question.together();
        if (typed.equals(code)) {
            return STYLE_CODE;
        } else if (words.contains(question.exactly())) {
            return WHOLE_NAME;
        }
        double asked = Math.min(1, (double) question.typed().size() / size);
        double score = question.match(words) * (UNASKED + (1 - UNASKED) * asked);
        if (code == null || !question.mayBeStyleCode() || !code.startsWith(typed)) {
            return score;
        }
        return Math.max(score, typed.chars().allMatch(Character::isDigit) ? NUMBER_BEGUN : STYLE_CODE_BEGUN);
    }
}
