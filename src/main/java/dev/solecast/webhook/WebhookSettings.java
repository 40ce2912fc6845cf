package dev.solecast.webhook;

import dev.solecast.outbound.OutboundPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are served. */
@ConfigMapping(prefix = "solecast.webhooks")
interface WebhookSettings extends OutboundPolicy {

    /** Whether addresses without TLS may be told. */
    @Override
    @WithDefault("false")
    boolean allowHttp();

    /** Whether addresses of this machine and its network may be told; for tests. */
    @Override
    @WithDefault("false")
    boolean allowInside();

    /** How many of them one key may have. */
    @WithDefault("20")
    int perKey();

    /** How many deliveries this node has under way at once. */
    @WithDefault("64")
    int atOnce();

    /** How long a connection may take. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a delivery may take in all; shorter than {@link #lease}. */
    @WithDefault("15s")
    Duration timeout();

    /** The first wait after a failure; each further one is twice as long. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("4h")
    Duration longestRetry();

    /** The longest wait that a receiver may ask for with {@code Retry-After}. */
    @WithDefault("12h")
    Duration longestRetryAfter();

    /** After so long a change that cannot be delivered is given up, and the next one is tried. */
    @WithDefault("2d")
    Duration givenUpAfter();

    /** After so long without any success a webhook is disabled. */
    @WithDefault("5d")
    Duration disabledAfter();

    /** How long the secret before the present one stays valid. */
    @WithDefault("24h")
    Duration secretGrace();

    /** How long the log keeps a delivery. */
    @WithDefault("30d")
    Duration logKept();

    /** How many deliveries the log keeps of one webhook. */
    @WithDefault("1000")
    int logLength();

    /** How long a node that says nothing any more keeps the webhooks that it serves. */
    @WithDefault("20s")
    Duration lease();

    /** How often a node looks for webhooks that none serves. */
    @WithDefault("1s")
    Duration look();
}
