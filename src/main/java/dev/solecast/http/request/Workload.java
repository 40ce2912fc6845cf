package dev.solecast.http.request;

import dev.solecast.http.problem.DatabaseOutage;

/** The kinds of work that requests are, each with places of its own on a node, of which one caller gets a few. */
public enum Workload {
    CALENDAR("calendars", 1, true),
    EXPORT("exports", 1, true),
    /** Not ended when its caller leaves: a file that has arrived is taken in. */
    IMPORT("imports", 1, false),
    /** Any other read that computes its own answer. Short, so that the deadline of requests ends it. */
    READ("reads", 3, false),
    WRITE("writes", 3, false);

    private final String plural;
    private final int perCaller;
    private final boolean endsWithCaller;

    Workload(String plural, int perCaller, boolean endsWithCaller) {
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

    /** Of these places, those for costly requests. */
    int costly(int places) {
        return isShort() ? Math.max(1, places / 6) : places;
    }

    /** The seconds after which whoever found no place should try again: as soon as after an outage of the database. */
    int retryAfter() {
        return isShort() ? DatabaseOutage.RETRY_AFTER_SECONDS : 5;
    }

    private boolean isShort() {
        return this == READ || this == WRITE;
    }

    /** Whether the work is interrupted when its caller closes the connection. */
    boolean endsWithCaller() {
        return endsWithCaller;
    }
}
