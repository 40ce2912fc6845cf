package dev.solecast.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one delivery attempt.
 *
 * @param status HTTP status of the response; null if there was none
 * @param milliseconds time from the start of the attempt to its end
 * @param error a sentence for people; null if the message was delivered
 * @param retryAfter the wait that the receiver asked for; null if none
 */
record AttemptResult(
        @Nullable Integer status,
        int milliseconds,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** An attempt that was answered; a status of 200 to 299 means delivered. */
    static AttemptResult answered(int status, int milliseconds, @Nullable Duration retryAfter) {
        var error = status >= 200 && status < 300
                ? null
                : status >= 300 && status < 400
                        ? "The receiver answered " + status + "; a redirection is not followed."
                        : "The receiver answered " + status + ".";
        return new AttemptResult(status, milliseconds, error, retryAfter);
    }

    /** An attempt without a response. */
    static AttemptResult failed(int milliseconds, String why) {
        return new AttemptResult(null, milliseconds, why, null);
    }

    boolean delivered() {
        return error == null;
    }

    /** Whether the receiver wants no more deliveries at all (410 Gone). */
    boolean gone() {
        return status != null && status == GONE;
    }
}
