package dev.solecast.outbound;

/** An address to which nothing is delivered; the message says why, to its owner. */
public final class UnreachableDestination extends Exception {

    UnreachableDestination(String why) {
        super(why, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
