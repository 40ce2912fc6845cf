package dev.solecast.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Bounds on the response cache and the fragment cache. */
@ConfigMapping(prefix = "solecast")
interface CacheSettings {

    /** Memory that complete responses may take; 0 stores none. */
    @WithName("answers.memory")
    @WithDefault("32M")
    MemorySize responses();

    /** Memory that fragments may take, which many responses have in common; 0 stores none. */
    @WithName("parts.memory")
    @WithDefault("16M")
    MemorySize fragments();
}
