package dev.solecast.auth;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** When keys were last used: kept in memory by the requests, and written down once a minute by nobody's request. */
@Singleton
class KeyUsage {

    private final Keys keys;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    KeyUsage(Keys keys) {
        this.keys = keys;
    }

    void note(String id, Instant now) {
        unwritten.put(id, now);
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void write() {
        // In one order, so that two nodes never wait for each other.
        var noted = new TreeMap<>(unwritten);
        keys.note(noted);
        noted.forEach(unwritten::remove);
    }
}
