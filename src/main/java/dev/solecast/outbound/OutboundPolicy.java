package dev.solecast.outbound;

/** Exceptions from the rule that this service connects to public addresses by HTTPS only; for tests and closed networks. */
public interface OutboundPolicy {

    /** Whether addresses may begin with {@code http://} as well. */
    boolean allowHttp();

    /** Whether names may lead to addresses that are not public. */
    boolean allowInside();
}
