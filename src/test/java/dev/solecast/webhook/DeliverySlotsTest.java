package dev.solecast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.problem.Problem;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The places for deliveries, and the limits on deliveries that are asked for. */
class DeliverySlotsTest {

    private static final WebhookSettings SETTINGS = new SmallRyeConfigBuilder()
            .withMapping(WebhookSettings.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "solecast.webhooks.at-once", "4",
                            "solecast.webhooks.at-once-each", "2",
                            "solecast.webhooks.tests-at-once", "3"),
                    "test",
                    500))
            .build()
            .getConfigMapping(WebhookSettings.class);

    private final AtomicLong nanos = new AtomicLong();
    private final ManualDeliveryLimits limits = new ManualDeliveryLimits(SETTINGS, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void deliveriesToASilentReceiverLeavePlacesForOthers() throws Exception {
        var slots = new DeliverySlots(SETTINGS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<DeliverySlots.Slot>> silent = new ArrayList<>();
            for (var i = 0; i < 10; i++) {
                silent.add(threads.submit(() -> slots.acquire(InetAddress.ofLiteral("203.0.113.1"))));
            }
            try (var _ = slots.acquire(InetAddress.ofLiteral("203.0.113.2"));
                    var _ = slots.acquire(InetAddress.ofLiteral("203.0.113.3"))) {
                assertThat(silent.stream().filter(Future::isDone).count()).isLessThanOrEqualTo(2);
            }
            // Each that ends lets the next one in.
            var remaining = new ArrayList<>(silent);
            while (!remaining.isEmpty()) {
                var done = remaining.stream().filter(Future::isDone).findFirst();
                if (done.isPresent()) {
                    done.get().get(20, TimeUnit.SECONDS).close();
                    remaining.remove(done.get());
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void tenAMinuteAreAllowedForOneKeyWhateverTheHost() {
        for (var i = 0; i < 10; i++) {
            limits.begin("boutique", "shop-" + i + ".example").close();
        }
        refused(429, "boutique", "another.example");
        limits.begin("another-boutique", "another.example").close();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
        limits.begin("boutique", "another.example").close();
        refused(429, "boutique", "another.example");
    }

    @Test
    void tenAMinuteAreAllowedToOneHostWhateverTheKey() {
        for (var i = 0; i < 10; i++) {
            limits.begin("boutique-" + i, "shop.example").close();
        }
        refused(429, "another-boutique", "shop.example");
        limits.begin("another-boutique", "another.example").close();
    }

    @Test
    void twoAtOnceAreAllowedForOneKeyAndFewInAll() {
        try (var _ = limits.begin("boutique", "a.example");
                var _ = limits.begin("boutique", "b.example")) {
            refused(429, "boutique", "c.example");
            try (var _ = limits.begin("another-boutique", "c.example")) {
                refused(503, "third-boutique", "d.example");
            }
        }
        limits.begin("boutique", "c.example").close();
    }

    private void refused(int status, String key, String host) {
        var problem = Assertions.catchThrowableOfType(Problem.class, () -> limits.begin(key, host));
        assertThat(problem.view().status()).isEqualTo(status);
        assertThat(problem.toResponse().getHeaders().getFirst("Retry-After"))
                .asString()
                .matches("[5-7]");
    }
}
