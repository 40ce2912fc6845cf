package dev.solecast.exchange.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on imports. */
@ConfigMapping(prefix = "solecast.imports")
interface ImportSettings {

    /** How many a node works on at the same time; whoever comes when there are as many is asked to come back. */
    int atOnce();

    /** How many lines one transaction takes; the others of the service wait for the last of its work. */
    int largestAtomic();

    /** So long whoever sent a file waits for its end; after that they are told where to look. */
    Duration patience();

    /** So long it can be looked at. */
    @WithDefault("30d")
    Duration kept();
}
