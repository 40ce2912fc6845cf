package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Which keys have worked from which addresses within the last hour; of the keys it holds hashes alone. */
@Singleton
class RecentlyAcceptedKeys {

    private static final int MOST = 10_000;

    private record Arrival(String network, String key) {}

    private final Cache<Arrival, Boolean> arrivals = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void note(SocketAddress address, Set<String> keys) {
        keys.stream().map(key -> arrival(address, key)).forEach(arrival -> arrivals.put(arrival, true));
    }

    boolean knows(SocketAddress address, Set<String> keys) {
        return keys.stream().map(key -> arrival(address, key)).allMatch(each -> arrivals.getIfPresent(each) != null);
    }

    private static Arrival arrival(SocketAddress address, String key) {
        return new Arrival(
                Quotas.network(address),
                KeyText.parse(key).map(text -> text.id() + " " + text.hash()).orElse(""));
    }
}
