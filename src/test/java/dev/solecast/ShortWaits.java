package dev.solecast;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Runs the service with short timeouts: webhooks that retry at once and may be on this machine, and streams with
 * frequent heartbeats.
 */
public final class ShortWaits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("solecast.webhooks.allow-http", "true"),
                Map.entry("solecast.webhooks.allow-inside", "true"),
                Map.entry("solecast.webhooks.first-retry", "20ms"),
                Map.entry("solecast.webhooks.longest-retry", "100ms"),
                Map.entry("solecast.webhooks.look", "50ms"),
                Map.entry("solecast.webhooks.timeout", "1s"),
                Map.entry("solecast.webhooks.lease", "2s"),
                Map.entry("solecast.webhooks.test-timeout", "1s"),
                Map.entry("solecast.webhooks.tests-per-host", "1000"),
                Map.entry("solecast.webhooks.lookup-timeout", "500ms"),
                Map.entry("solecast.webhooks.per-key", "100"),
                Map.entry("solecast.webhooks.log-length", "3"),
                Map.entry("solecast.stream.heartbeat", "100ms"),
                Map.entry("solecast.stream.patience", "500ms"),
                Map.entry("solecast.stream.most", "8"),
                Map.entry("solecast.stream.most-each", "5"));
    }
}
