package dev.solecast.auth;

import io.smallrye.config.ConfigMapping;

/** How many requests a minute each node answers; 0: as many as come. */
@ConfigMapping(prefix = "solecast.limits")
interface RateLimitSettings {

    /** From one address without a key; IPv6 addresses that share their first 64 bits are one. */
    int anonymous();

    /** With one key of this role. */
    int reader();

    /** With one key of this role. */
    int contributor();

    /** With one key of this role. */
    int editor();

    /** With one key of this role. */
    int admin();

    /** With keys that cannot be used, from one address. */
    int failedLogins();
}
