package dev.solecast.cache;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** The same bound for both caches. */
record FixedCacheSettings(MemorySize responses, MemorySize fragments) implements CacheSettings {

    static FixedCacheSettings ofBytes(long bytes) {
        var size = new MemorySize(BigInteger.valueOf(bytes));
        return new FixedCacheSettings(size, size);
    }
}
