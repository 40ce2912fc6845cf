package dev.solecast.exchange.exporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on exports, each of which holds a database connection until the client has read it. */
@ConfigMapping(prefix = "solecast.exports")
interface ExportSettings {

    /** The time after which an unfinished export is aborted. */
    @WithDefault("15m")
    Duration longest();
}
