package dev.solecast.auth;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The quota from which a request is paid, with the words that explain a refusal.
 *
 * @param credentials "with this key. " and the like
 * @param advice the end of the sentence that says when to try again
 */
record CountedRequest(Quota quota, String credentials, String advice) {

    private static final String ATTRIBUTE = CountedRequest.class.getName();

    void putInto(RoutingContext context) {
        context.put(ATTRIBUTE, this);
    }

    /** Returns null if the request has no limit. */
    static @Nullable CountedRequest find(RoutingContext context) {
        return context.get(ATTRIBUTE);
    }

    /** The reason of a refusal, and when to try again. */
    String detail() {
        return quota.tokens() + " tokens a minute are allowed " + credentials + "Try again in "
                + quota.secondsUntilFull() + " seconds" + advice;
    }
}
