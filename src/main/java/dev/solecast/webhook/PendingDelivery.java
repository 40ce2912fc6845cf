package dev.solecast.webhook;

import java.time.Duration;
import java.util.List;

/**
 * The state of a webhook that this node serves, just before a delivery.
 *
 * @param webhookId id of the webhook
 * @param version changes whenever the owner changes the webhook
 * @param owner name of the key that owns the webhook
 * @param secrets the present secret, and the previous one while it is valid
 * @param reached sequence number up to which everything was delivered or given up
 * @param attempts number of attempts made to deliver the next change
 * @param untilNextAttempt time until the next attempt is due; zero or negative if it is due now
 * @param retryingFor time since the first failed attempt of the next change; zero if there was none
 * @param failingFor time since the first failure after the last success; zero if there was none
 */
record PendingDelivery(
        String webhookId,
        int version,
        String owner,
        String url,
        WebhookFilter filter,
        List<byte[]> secrets,
        long reached,
        int attempts,
        Duration untilNextAttempt,
        Duration retryingFor,
        Duration failingFor) {}
