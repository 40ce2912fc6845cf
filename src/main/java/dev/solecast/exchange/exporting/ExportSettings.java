package dev.solecast.exchange.exporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on exports, each of which holds a connection to the database for as long as it is read. */
@ConfigMapping(prefix = "solecast.exports")
interface ExportSettings {

    /** How many this node serves at once. */
    @WithDefault("4")
    int atOnce();

    /** One that is not read to its end after so long is broken off. */
    @WithDefault("15m")
    Duration longest();
}
