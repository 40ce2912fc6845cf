package dev.solecast.http.request;

/** The kinds of heavy work. Each has places of its own on a node, and each caller one or two of them. */
public enum HeavyWork {
    CALENDAR("calendars", 1, true),
    FEED("feeds", 2, true),
    EXPORT("exports", 1, true),
    /** Not ended when its caller leaves: a file that has arrived is taken in. */
    IMPORT("imports", 1, false),
    /** Any other read whose price is high, such as a list as of a past day. */
    QUERY("costly lists", 2, true);

    private final String plural;
    private final int perCaller;
    private final boolean endsWithCaller;

    HeavyWork(String plural, int perCaller, boolean endsWithCaller) {
        this.plural = plural;
        this.perCaller = perCaller;
        this.endsWithCaller = endsWithCaller;
    }

    String plural() {
        return plural;
    }

    /** The most of them that one key, or one network without a key, has at once on a node. */
    int perCaller() {
        return perCaller;
    }

    /** Whether the work is interrupted when its caller closes the connection. */
    boolean endsWithCaller() {
        return endsWithCaller;
    }
}
