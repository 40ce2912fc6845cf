package dev.solecast.http.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits on every request. */
@ConfigMapping(prefix = "solecast.request")
interface RequestSettings {

    /**
     * The time after which a request is ended with a 503; with the time for that response it must stay below 3 seconds.
     */
    Duration deadline();

    /** The maximum size of a body, unless its method is an {@link UnboundedBody}. */
    MemorySize largestBody();
}
