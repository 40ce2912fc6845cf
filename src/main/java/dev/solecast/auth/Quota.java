package dev.solecast.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How many requests one caller may still make in the present minute, counted in tenths. */
final class Quota {

    /** Seconds. */
    static final int WINDOW = 60;

    private static final int WHOLE = 10;
    // What an answer without a body does not cost.
    private static final int SAVED = 9;

    private final String policy;
    private final int requests;
    private final Bucket bucket;

    /**
     * @param policy its name in headers
     * @param requests a minute
     */
    Quota(String policy, int requests, TimeMeter time) {
        this.policy = policy;
        this.requests = requests;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity((long) requests * WHOLE)
                        .refillIntervally((long) requests * WHOLE, Duration.ofSeconds(WINDOW)))
                .withCustomTimePrecision(time)
                .build();
    }

    String policy() {
        return policy;
    }

    /** Requests a minute. */
    int requests() {
        return requests;
    }

    /** Takes one request; false if there is none left. */
    boolean take() {
        return bucket.tryConsume(WHOLE);
    }

    boolean isUsedUp() {
        return bucket.getAvailableTokens() < WHOLE;
    }

    /** Gives back most of a request whose answer was that nothing has changed. */
    void save() {
        bucket.addTokens(SAVED);
    }

    /** The value of {@code RateLimit-Policy}. */
    String told() {
        return "\"" + policy + "\";q=" + requests + ";w=" + WINDOW;
    }

    /** The value of {@code RateLimit}: what is left, and in how many seconds all of it will be there again. */
    String left() {
        return "\"" + policy + "\";r=" + bucket.getAvailableTokens() / WHOLE + ";t=" + seconds();
    }

    /** Until all of it will be there again. */
    long seconds() {
        var wait = Duration.ofNanos(
                bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime());
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
