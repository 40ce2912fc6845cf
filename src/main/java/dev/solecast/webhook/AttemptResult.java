package dev.solecast.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt went.
 *
 * @param status of the answer; null if there was none
 * @param error for people; null if it was delivered
 * @param retryAfter what the receiver asked for; null if nothing
 */
record AttemptResult(
        @Nullable Integer status,
        int milliseconds,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** By the status of an answer. */
    static AttemptResult answered(int status, int milliseconds, @Nullable Duration retryAfter) {
        var error = status >= 200 && status < 300
                ? null
                : status >= 300 && status < 400
                        ? "The receiver answered " + status + "; a redirection is not followed."
                        : "The receiver answered " + status + ".";
        return new AttemptResult(status, milliseconds, error, retryAfter);
    }

    /** Without an answer. */
    static AttemptResult failed(int milliseconds, String why) {
        return new AttemptResult(null, milliseconds, why, null);
    }

    boolean delivered() {
        return error == null;
    }

    /** Whether the receiver wants to hear no more, ever. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
