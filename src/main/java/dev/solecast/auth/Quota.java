package dev.solecast.auth;

import dev.solecast.http.request.Price;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The tokens that one caller still has in the current minute, counted in tenths; see {@link Price} for what they buy. */
final class Quota {

    /** The length of the window in seconds. */
    static final int WINDOW_SECONDS = 60;

    private static final int TENTHS_PER_TOKEN = 10;
    // Tenths refunded for a 304, which has no body and so costs only one tenth.
    private static final int TENTHS_REFUNDED = 9;

    private final String policy;
    private final int tokens;
    private final Bucket bucket;

    /**
     * @param policy the name of the quota in headers
     * @param tokens the number allowed per minute
     */
    Quota(String policy, int tokens, TimeMeter time) {
        this.policy = policy;
        this.tokens = tokens;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity((long) tokens * TENTHS_PER_TOKEN)
                        .refillIntervally((long) tokens * TENTHS_PER_TOKEN, Duration.ofSeconds(WINDOW_SECONDS)))
                .withCustomTimePrecision(time)
                .build();
    }

    String policy() {
        return policy;
    }

    /** The number of tokens per minute. */
    int tokens() {
        return tokens;
    }

    /** Takes the token that each request costs; false if none is left. */
    boolean tryTake() {
        return tryTake(1);
    }

    /** Takes these tokens; false, without taking any, if fewer are left. */
    boolean tryTake(int price) {
        return bucket.tryConsume((long) price * TENTHS_PER_TOKEN);
    }

    /** Takes these tokens even if fewer are left; what is missing is taken from those of the following minutes. */
    void charge(long price) {
        if (price > 0) {
            bucket.consumeIgnoringRateLimits(price * TENTHS_PER_TOKEN);
        }
    }

    boolean isUsedUp() {
        return bucket.getAvailableTokens() < TENTHS_PER_TOKEN;
    }

    /** Refunds most of a request that was answered with 304 Not Modified. */
    void refund() {
        bucket.addTokens(TENTHS_REFUNDED);
    }

    /** The value of {@code RateLimit-Policy}. */
    String policyHeader() {
        return "\"" + policy + "\";q=" + tokens + ";w=" + WINDOW_SECONDS;
    }

    /** The value of {@code RateLimit}: the remaining tokens, and the seconds until the quota is full again. */
    String remainingHeader() {
        return "\"" + policy + "\";r=" + Math.max(0, bucket.getAvailableTokens() / TENTHS_PER_TOKEN) + ";t="
                + secondsUntilFull();
    }

    /** The seconds, rounded up, until the quota is full again. */
    long secondsUntilFull() {
        var wait = Duration.ofNanos(
                bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime());
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
