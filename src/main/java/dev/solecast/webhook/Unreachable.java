package dev.solecast.webhook;

/** An address to which nothing is delivered; the message says why, to its owner. */
final class Unreachable extends Exception {

    Unreachable(String why) {
        super(why, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
