package dev.solecast.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits deliveries on request, so that this service cannot be aimed at others: few a minute for each key and to each
 * host, and few at once. Each node counts on its own.
 */
@Singleton
class ManualDeliveryLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_ENTRIES = 10_000;
    private static final int BUSY_SECONDS = 5;

    private final WebhookSettings settings;
    private final TimeMeter time;
    private final Map<String, Integer> running = new HashMap<>();
    private int runningInAll;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterAccess(WINDOW)
            .build();

    /** A delivery that is counted as running until this is closed. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    @Inject
    ManualDeliveryLimits(WebhookSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    ManualDeliveryLimits(WebhookSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
    }

    /**
     * Begins a delivery.
     *
     * @param key the name of the key that asks for it
     * @throws Problem 429 if this key, or all keys together for this host, have had enough; 503 if all places are taken
     */
    Running begin(String key, String host) {
        enter(key);
        try {
            take("key " + key, settings.testsPerMinute(), "by one key");
            take("host " + host, settings.testsPerHost(), "to one host");
        } catch (Problem e) {
            leave(key);
            throw e;
        }
        return () -> leave(key);
    }

    private void take(String whose, int perMinute, String who) {
        var bucket = buckets.get(
                whose,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .withCustomTimePrecision(time)
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw Problem.passing(
                    ProblemCode.TOO_MANY_REQUESTS,
                    seconds,
                    perMinute + " test events and repeated deliveries a minute can be asked for " + who
                            + ". Try again in " + seconds + " seconds; {\"after\": …} of the webhook delivers again all"
                            + " that came after a place.");
        }
    }

    private synchronized void enter(String key) {
        if (running.getOrDefault(key, 0) >= settings.testsAtOnceEach()) {
            throw Problem.passing(
                    ProblemCode.TOO_MANY_REQUESTS,
                    BUSY_SECONDS,
                    settings.testsAtOnceEach() + " deliveries at once can be asked for by one key, and yours are under"
                            + " way. Wait for their answers.");
        }
        if (runningInAll >= settings.testsAtOnce()) {
            throw Problem.passing(
                    ProblemCode.UNAVAILABLE,
                    BUSY_SECONDS,
                    "This node makes as many deliveries on request as it can. Try again in " + BUSY_SECONDS
                            + " seconds.");
        }
        running.merge(key, 1, Integer::sum);
        runningInAll++;
    }

    private synchronized void leave(String key) {
        running.computeIfPresent(key, (name, count) -> count == 1 ? null : count - 1);
        runningInAll--;
    }
}
