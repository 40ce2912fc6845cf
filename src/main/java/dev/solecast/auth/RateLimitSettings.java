package dev.solecast.auth;

import io.smallrye.config.ConfigMapping;

/** The number of requests per minute that each node allows; 0 means unlimited. */
@ConfigMapping(prefix = "solecast.limits")
interface RateLimitSettings {

    /** Requests from one address without a key; IPv6 addresses with the same first 64 bits count as one. */
    int anonymous();

    /** Requests with one key of this role. */
    int reader();

    /** Requests with one key of this role. */
    int contributor();

    /** Requests with one key of this role. */
    int editor();

    /** Requests with one key of this role. */
    int admin();

    /** Requests with unusable keys from one address. */
    int failedLogins();
}
