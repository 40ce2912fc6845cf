package dev.solecast.http.request;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The price list of requests. A token buys at most 0.1 CPU seconds of service and database, as measured with a catalogue
 * of 120,000 releases. A request pays one token when it comes in; whatever is computed for it alone is paid beyond that,
 * before the work begins.
 */
public enum Price {
    REQUEST(1, "any request; a tenth if the answer is 304"),
    SEARCH(2, "a search"),
    ACCURACY(2, "the record of forecasts"),
    FEED(3, "a page of a feed"),
    CALENDAR(3, "a calendar", Workload.CALENDAR),
    EXPORT(5, "an export", Workload.EXPORT),

    TOTAL(1, "with `include=total`") {
        @Override
        boolean appliesTo(List<String> values) {
            return values.stream().anyMatch(value -> List.of(value.split(",")).contains("total"));
        }
    },
    LONG_PAGE(1, "with a `limit` of more than " + Price.SHORT_PAGE) {
        @Override
        boolean appliesTo(List<String> values) {
            return values.stream().anyMatch(value -> value.matches("\\d{1,9}") && Integer.parseInt(value) > SHORT_PAGE);
        }
    },
    LONG_SEARCH(3, "a search for more than " + Price.FEW_WORDS + " words") {
        @Override
        boolean appliesTo(List<String> values) {
            return values.stream().anyMatch(value -> Price.GAP.split(value).length > Price.FEW_WORDS);
        }
    },
    AS_OF(4, "with `asOf` or `recordedBy`"),

    /** For each million bytes of a calendar or an export, before compression; paid while they are written. */
    MEGABYTE(2, "each megabyte of a calendar or an export"),

    /** For each {@link #LINES} lines of an import; paid when it has ended. */
    IMPORTED_LINES(1, "each " + Price.LINES + " lines of an import");

    /** The lines of an import that are paid together. */
    public static final int LINES = 20;

    /** Between words. */
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words of a search that cost nothing extra. */
    private static final int FEW_WORDS = 6;

    /** Items on a page that cost nothing extra. */
    private static final int SHORT_PAGE = 50;

    private final int tokens;
    private final String what;
    private final @Nullable Workload work;

    Price(int tokens, String what) {
        this(tokens, what, null);
    }

    Price(int tokens, String what, @Nullable Workload work) {
        this.tokens = tokens;
        this.what = what;
        this.work = work;
    }

    /** For a request of its own in all, for a surcharge beyond that. */
    public int tokens() {
        return tokens;
    }

    /** The thing that has this price, as people read it. */
    public String what() {
        return what;
    }

    /** Whether the bytes of the answer are charged beyond it, see {@link #MEGABYTE}. */
    public boolean isMetered() {
        return this == CALENDAR || this == EXPORT;
    }

    /** The kind of work behind a request with this price, if it is not that of most. */
    @Nullable
    Workload work() {
        return work;
    }

    /** Whether the surcharge is due for these values of its parameter, of which there is at least one. */
    boolean appliesTo(List<String> values) {
        return true;
    }
}
