package dev.solecast.auth;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Collects in memory when keys were last used, and writes it to the database once a minute. */
@Singleton
class KeyUsage {

    private final Keys keys;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    KeyUsage(Keys keys) {
        this.keys = keys;
    }

    void recordUse(String id, Instant now) {
        unwritten.put(id, now);
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void write() {
        // Sorted, so that two nodes lock the rows in the same order and never deadlock.
        var batch = new TreeMap<>(unwritten);
        keys.storeLastUses(batch);
        batch.forEach(unwritten::remove);
    }
}
