package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.solecast.http.ClientNetwork;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Remembers for an hour which keys were accepted from which addresses; stores only hashes of the keys. */
@Singleton
class RecentlyAcceptedKeys {

    private static final int MAX_ENTRIES = 10_000;

    private record AcceptedKey(String network, String key) {}

    private final Cache<AcceptedKey, Boolean> accepted = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void add(SocketAddress address, Set<String> keys) {
        keys.stream().map(key -> acceptedKey(address, key)).forEach(acceptedKey -> accepted.put(acceptedKey, true));
    }

    boolean containsAll(SocketAddress address, Set<String> keys) {
        return keys.stream()
                .map(key -> acceptedKey(address, key))
                .allMatch(acceptedKey -> accepted.getIfPresent(acceptedKey) != null);
    }

    private static AcceptedKey acceptedKey(SocketAddress address, String key) {
        return new AcceptedKey(
                ClientNetwork.of(address).prefix(),
                KeyText.parse(key).map(text -> text.id() + " " + text.hash()).orElse(""));
    }
}
