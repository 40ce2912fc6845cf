package dev.solecast.outbound;

import java.time.Duration;

/** Exceptions to the rule that this service connects by HTTPS to public addresses; for tests and closed networks. */
public interface OutboundPolicy {

    /** Whether URLs may begin with {@code http://} as well. */
    boolean allowHttp();

    /** Whether host names may resolve to addresses that are not public. */
    boolean allowInside();

    /** The time in which a host has to be found. */
    Duration lookupTimeout();
}
