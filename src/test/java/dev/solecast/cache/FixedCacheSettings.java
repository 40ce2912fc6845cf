package dev.solecast.cache;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** The same memory bound for the response cache and the fragment cache. */
record FixedCacheSettings(MemorySize memory) implements CacheSettings.Responses, CacheSettings.Fragments {

    static FixedCacheSettings ofBytes(long bytes) {
        return new FixedCacheSettings(new MemorySize(BigInteger.valueOf(bytes)));
    }
}
