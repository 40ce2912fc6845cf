package dev.solecast.auth;

import io.smallrye.config.ConfigMapping;

/** The number of tokens per minute that each node allows; 0 means unlimited. An answer from the cache costs one. */
@ConfigMapping(prefix = "solecast.limits")
interface RateLimitSettings {

    /** Tokens of one address without a key; IPv6 addresses with the same first 64 bits count as one. */
    int anonymous();

    /** Tokens of one key of this role. */
    int reader();

    /** Tokens of one key of this role. */
    int contributor();

    /** Tokens of one key of this role. */
    int editor();

    /** Tokens of one key of this role. */
    int admin();

    /** Requests with unusable keys from one address. */
    int failedLogins();
}
