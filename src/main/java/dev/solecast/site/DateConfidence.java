package dev.solecast.site;

import dev.solecast.release.ReleaseView;
import dev.solecast.release.UpcomingGroup;
import java.util.Locale;

/** How sure a release's date is, in a word. The component in {@code words.js} says the same; a test compares them. */
enum DateConfidence {
    RELEASED("released", "released %s"),
    CANCELLED("cancelled", "cancelled"),
    UNDATED("", "No date yet"),
    LATE("overdue", "%s, overdue"),
    CONFIRMED("confirmed", "%s, confirmed"),
    DELAYED("delayed to", "delayed to %s"),
    DOUBTFUL("doubtful", "%s, doubtful"),
    RUMORED("rumored", "rumored: %s"),
    LIKELY("likely", "%s, likely"),
    VERY_LIKELY("very likely", "%s, very likely");

    private static final double SOME = 0.2;
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;

    private final String word;
    private final String sentence;

    DateConfidence(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    static DateConfidence of(ReleaseView release) {
        return switch (release.status()) {
            case RELEASED -> RELEASED;
            case CANCELLED -> CANCELLED;
            default -> release.group() == UpcomingGroup.UNDATED ? UNDATED : ofAwaited(release);
        };
    }

    private static DateConfidence ofAwaited(ReleaseView release) {
        if (release.group() == UpcomingGroup.OVERDUE) {
            return LATE;
        }
        return switch (release.status()) {
            case CONFIRMED -> CONFIRMED;
            case DELAYED -> DELAYED;
            default -> ofRumored(release);
        };
    }

    private static DateConfidence ofRumored(ReleaseView release) {
        var forecast = release.forecast();
        if (forecast == null) {
            return RUMORED;
        }
        var confidence =
                forecast.confidence() == null ? 0 : forecast.confidence().doubleValue();
        if (confidence < SOME) {
            return DOUBTFUL;
        }
        return confidence < HALF ? RUMORED : confidence < MOST ? LIKELY : VERY_LIKELY;
    }

    /** Empty where the date says it all. */
    String word() {
        return word;
    }

    /** The date and the word as one says it: "March 2027, likely", "rumored: 2027". */
    String say(String date) {
        return sentence.formatted(date);
    }

    /** Whether the chance that it comes then is worth telling. */
    boolean hasChance() {
        return this == DOUBTFUL || this == RUMORED || this == LIKELY || this == VERY_LIKELY;
    }

    /** As style sheets know it. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
