package dev.solecast.http.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Bounds on every request. */
@ConfigMapping(prefix = "solecast.request")
interface RequestSettings {

    /** How long it may take before it is ended with a 503; with what the answer itself takes it must stay below 3 s. */
    Duration deadline();

    /** How large a body may be, unless it is streamed. */
    MemorySize largestBody();
}
