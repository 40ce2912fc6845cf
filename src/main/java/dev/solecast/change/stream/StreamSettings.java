package dev.solecast.change.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on streams of changes. */
@ConfigMapping(prefix = "solecast.stream")
interface StreamSettings {

    /** After so much silence a stream says that it is still there. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A reader who takes nothing for so long is dropped. */
    @WithDefault("10s")
    Duration patience();

    /** How many streams this node serves at once. */
    @WithDefault("2000")
    int most();

    /** How many of them for one key, or for one address without a key. */
    @WithDefault("20")
    int mostEach();
}
