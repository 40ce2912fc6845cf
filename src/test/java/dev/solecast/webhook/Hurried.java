package dev.solecast.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Webhooks that lose no time, and may lead to this machine. */
public final class Hurried implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "solecast.webhooks.allow-http", "true",
                "solecast.webhooks.allow-inside", "true",
                "solecast.webhooks.first-retry", "20ms",
                "solecast.webhooks.longest-retry", "100ms",
                "solecast.webhooks.look", "50ms",
                "solecast.webhooks.timeout", "1s",
                "solecast.webhooks.lease", "2s",
                "solecast.webhooks.per-key", "100",
                "solecast.webhooks.log-length", "3");
    }
}
