package dev.solecast.outbound;

/** Thrown for a URL that this service must not connect to; the message gives the owner of the URL the reason. */
public final class UnreachableDestination extends Exception {

    UnreachableDestination(String why) {
        super(why, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
