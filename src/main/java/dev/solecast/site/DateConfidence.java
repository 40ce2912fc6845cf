package dev.solecast.site;

import dev.solecast.release.ReleaseView;
import dev.solecast.release.UpcomingGroup;
import java.util.Locale;

/** The certainty of a release's date, in a word. {@code words.js} has the same rules; a test compares them. */
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

    private static final double RUMORED_FROM = 0.2;
    private static final double LIKELY_FROM = 0.5;
    private static final double VERY_LIKELY_FROM = 0.8;

    private final String word;
    private final String template;

    DateConfidence(String word, String template) {
        this.word = word;
        this.template = template;
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
        if (confidence < RUMORED_FROM) {
            return DOUBTFUL;
        }
        return confidence < LIKELY_FROM ? RUMORED : confidence < VERY_LIKELY_FROM ? LIKELY : VERY_LIKELY;
    }

    /** The word shown next to the date; empty if the date needs none. */
    String word() {
        return word;
    }

    /** Joins the date and the word into a phrase: "March 2027, likely", "rumored: 2027". */
    String phrase(String date) {
        return template.formatted(date);
    }

    /** Whether the chance of the date is shown. */
    boolean hasChance() {
        return this == DOUBTFUL || this == RUMORED || this == LIKELY || this == VERY_LIKELY;
    }

    /** The value of {@code data-tone} in style sheets. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
