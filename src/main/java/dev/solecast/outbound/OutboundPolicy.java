package dev.solecast.outbound;

/** Exceptions to the rule that this service connects by HTTPS to public addresses; for tests and closed networks. */
public interface OutboundPolicy {

    /** Whether URLs may begin with {@code http://} as well. */
    boolean allowHttp();

    /** Whether host names may resolve to addresses that are not public. */
    boolean allowInside();
}
