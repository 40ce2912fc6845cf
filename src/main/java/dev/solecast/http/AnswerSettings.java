package dev.solecast.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on kept answers. */
@ConfigMapping(prefix = "solecast.answers")
interface AnswerSettings {

    /** How much memory they may take; 0 keeps none. */
    @WithDefault("32M")
    MemorySize memory();
}
