package dev.solecast.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How it stands with a webhook that this node serves, just before a delivery.
 *
 * @param version of what its owner sets
 * @param secrets the present one, and the one before while that is valid
 * @param attempts of the change that comes next
 * @param pause until that is to be tried; zero or negative: now
 * @param retrying since its first attempt failed
 * @param failing since the last success
 */
record PendingDelivery(
        String id,
        int version,
        String owner,
        String url,
        WebhookFilter filter,
        List<byte[]> secrets,
        long reached,
        int attempts,
        Duration pause,
        Duration retrying,
        Duration failing) {}
