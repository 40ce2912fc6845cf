package dev.solecast.outbound;

/** Thrown for a URL that this service must not connect to; the message gives the owner of the URL the reason. */
public final class UnreachableDestination extends Exception {

    private final boolean passing;

    UnreachableDestination(String why) {
        this(why, false);
    }

    private UnreachableDestination(String why, boolean passing) {
        super(why, null, false, false);
        this.passing = passing;
    }

    /** A host that was not looked up, because too many lookups are under way. */
    static UnreachableDestination notLookedUp() {
        return new UnreachableDestination(
                "names a host that cannot be looked up just now, because too many lookups are under way.", true);
    }

    /** Whether the reason lies with this service and passes, so that the same URL may be usable in a moment. */
    public boolean isPassing() {
        return passing;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
