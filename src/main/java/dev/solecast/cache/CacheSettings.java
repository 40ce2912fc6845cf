package dev.solecast.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on the response cache and the fragment cache. */
interface CacheSettings {

    /** The bound on complete responses. */
    @ConfigMapping(prefix = "solecast.answers")
    interface Responses {

        /** Memory that they may take; 0 stores none. */
        @WithDefault("32M")
        MemorySize memory();
    }

    /** The bound on fragments, which many responses have in common. */
    @ConfigMapping(prefix = "solecast.parts")
    interface Fragments {

        /** Memory that they may take; 0 stores none. */
        @WithDefault("16M")
        MemorySize memory();
    }
}
