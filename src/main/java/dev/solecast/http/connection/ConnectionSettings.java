package dev.solecast.http.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits on connections; "per address" means per IPv4 address or per 64 bits of IPv6. */
@ConfigMapping(prefix = "solecast.connections")
interface ConnectionSettings {

    /** The number of connections of all clients together. */
    int inAll();

    /** The number of connections of one address; does not apply behind trusted proxies. */
    int perAddress();

    /** The bytes of responses that may wait for all clients together. */
    MemorySize unreadInAll();

    /** The bytes of responses that may wait for one address; does not apply behind trusted proxies. */
    MemorySize unreadPerAddress();

    /** The time in which the head of a request must arrive. */
    Duration headTime();

    /** The time after which a reader is dropped if it has read less than {@link #slowestRead} meanwhile. */
    Duration stallTime();

    /** The bytes that a reader for whom bytes wait must take within {@link #stallTime}. */
    MemorySize slowestRead();
}
