package dev.solecast.change;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on parts of answers. */
@ConfigMapping(prefix = "solecast.parts")
interface PartSettings {

    /** How much memory they may take; 0 keeps none. */
    @WithDefault("16M")
    MemorySize memory();
}
