package dev.solecast.change.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on streams of changes. */
@ConfigMapping(prefix = "solecast.stream")
interface StreamSettings {

    /** The time without events after which a stream sends a heartbeat. */
    @WithDefault("15s")
    Duration heartbeat();

    /** The time after which a client that takes nothing is disconnected. */
    @WithDefault("10s")
    Duration patience();

    /** The largest number of streams that this node serves at once. */
    @WithDefault("2000")
    int most();

    /** The largest number of streams for one key, or for one address without a key. */
    @WithDefault("20")
    int mostEach();
}
