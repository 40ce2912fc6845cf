package dev.solecast.exchange.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on imports. */
@ConfigMapping(prefix = "solecast.imports")
interface ImportSettings {

    /** The most lines of one transaction; other writers wait for the last part of its work. */
    int largestAtomic();

    /** The time after which a request whose import still runs is answered 202 with a Location. */
    Duration patience();

    /** The most findings about an import that are stored, and as many of a dry run's changes; the others are counted. */
    int mostFindings();

    /** The time for which ended imports and their findings are retained. */
    @WithDefault("30d")
    Duration kept();
}
