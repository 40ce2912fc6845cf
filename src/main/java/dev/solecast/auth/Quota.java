package dev.solecast.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The requests that one caller may still make in the current minute, counted in tenths of a request. */
final class Quota {

    /** The length of the window in seconds. */
    static final int WINDOW_SECONDS = 60;

    private static final int TENTHS_PER_REQUEST = 10;
    // Tenths refunded for a 304, which has no body and so costs only one tenth.
    private static final int TENTHS_REFUNDED = 9;

    private final String policy;
    private final int requests;
    private final Bucket bucket;

    /**
     * @param policy the name of the quota in headers
     * @param requests the number allowed per minute
     */
    Quota(String policy, int requests, TimeMeter time) {
        this.policy = policy;
        this.requests = requests;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity((long) requests * TENTHS_PER_REQUEST)
                        .refillIntervally((long) requests * TENTHS_PER_REQUEST, Duration.ofSeconds(WINDOW_SECONDS)))
                .withCustomTimePrecision(time)
                .build();
    }

    String policy() {
        return policy;
    }

    /** The number of requests allowed per minute. */
    int requests() {
        return requests;
    }

    /** Consumes one request; false if none is left. */
    boolean tryTake() {
        return bucket.tryConsume(TENTHS_PER_REQUEST);
    }

    boolean isUsedUp() {
        return bucket.getAvailableTokens() < TENTHS_PER_REQUEST;
    }

    /** Refunds most of a request that was answered with 304 Not Modified. */
    void refund() {
        bucket.addTokens(TENTHS_REFUNDED);
    }

    /** The value of {@code RateLimit-Policy}. */
    String policyHeader() {
        return "\"" + policy + "\";q=" + requests + ";w=" + WINDOW_SECONDS;
    }

    /** The value of {@code RateLimit}: the remaining requests, and the seconds until the quota is full again. */
    String remainingHeader() {
        return "\"" + policy + "\";r=" + bucket.getAvailableTokens() / TENTHS_PER_REQUEST + ";t=" + secondsUntilFull();
    }

    /** The seconds, rounded up, until the quota is full again. */
    long secondsUntilFull() {
        var wait = Duration.ofNanos(
                bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime());
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
