package dev.solecast.webhook;

import dev.solecast.outbound.OutboundPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of webhooks: limits, retries and leases. */
@ConfigMapping(prefix = "solecast.webhooks")
interface WebhookSettings extends OutboundPolicy {

    /** Whether webhooks may use URLs without TLS. */
    @Override
    @WithDefault("false")
    boolean allowHttp();

    /** Whether webhooks may lead to this machine and its network; for tests. */
    @Override
    @WithDefault("false")
    boolean allowInside();

    /** The time in which the host of a URL has to be found; shorter than the deadline of requests. */
    @Override
    @WithDefault("1500ms")
    Duration lookupTimeout();

    /** The number of webhooks that one key may have. */
    @WithDefault("20")
    int perKey();

    /** The number of deliveries that this node makes at the same time. */
    @WithDefault("64")
    int atOnce();

    /** The number of deliveries to one address that this node makes at the same time. */
    @WithDefault("8")
    int atOnceEach();

    /** The number of test events and repeated deliveries that this node makes at the same time, beside deliveries. */
    @WithDefault("16")
    int testsAtOnce();

    /** The number of them at the same time for one key. */
    @WithDefault("2")
    int testsAtOnceEach();

    /** The number of them in a minute for one key. */
    @WithDefault("10")
    int testsPerMinute();

    /** The number of them in a minute to one host, for all keys together. */
    @WithDefault("10")
    int testsPerHost();

    /** The time limit for a whole test event or repeated delivery. */
    @WithDefault("5s")
    Duration testTimeout();

    /** The time limit for opening a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The time limit for a whole delivery attempt; must be shorter than {@link #lease}. */
    @WithDefault("15s")
    Duration timeout();

    /** The first wait after a failure; each further wait is twice as long. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("4h")
    Duration longestRetry();

    /** The longest wait that a receiver may ask for with {@code Retry-After}. */
    @WithDefault("12h")
    Duration longestRetryAfter();

    /** The time after which a change that cannot be delivered is given up and the next one is tried. */
    @WithDefault("2d")
    Duration givenUpAfter();

    /** The time without any success after which a webhook is disabled. */
    @WithDefault("5d")
    Duration disabledAfter();

    /** The time for which the previous secret stays valid. */
    @WithDefault("24h")
    Duration secretGrace();

    /** The time for which the delivery log retains a delivery. */
    @WithDefault("30d")
    Duration logKept();

    /** The number of deliveries of one webhook that the delivery log retains. */
    @WithDefault("1000")
    int logLength();

    /** The time for which a node holds a webhook without renewing its lease. */
    @WithDefault("20s")
    Duration lease();

    /** The interval at which a node looks for webhooks without a lease, and a worker for changes of its webhook. */
    @WithDefault("1s")
    Duration look();
}
