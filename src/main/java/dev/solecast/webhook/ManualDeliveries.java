package dev.solecast.webhook;

import dev.solecast.auth.Caller;
import dev.solecast.change.stream.ChangeFeed;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Delivers test events and repeated deliveries on request, while the caller waits. */
@Singleton
class ManualDeliveries {

    private final WebhookEditing webhooks;
    private final Deliveries deliveries;
    private final ChangeFeed changeFeed;
    private final WebhookClient client;
    private final ManualDeliveryLimits limits;
    private final Caller caller;
    private final Clock clock;

    ManualDeliveries(
            WebhookEditing webhooks,
            Deliveries deliveries,
            ChangeFeed changeFeed,
            WebhookClient client,
            ManualDeliveryLimits limits,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changeFeed = changeFeed;
        this.client = client;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Sends a test event, which does not appear in the delivery log.
     *
     * @throws Problem 429 or 503 if too many deliveries were asked for
     */
    AttemptView test(String id) throws InterruptedException {
        var webhook = QuarkusTransaction.requiringNew().call(() -> webhooks.get(id));
        var message = Message.test(id, clock.instant());
        return AttemptView.of(message, send(webhook, message));
    }

    /**
     * Delivers a change of the delivery log once more, whether it was delivered or given up.
     *
     * @throws Problem 404 if it is not in the delivery log; 429 or 503 if too many deliveries were asked for
     */
    AttemptView redeliver(String id, long sequence) throws InterruptedException {
        var webhook = QuarkusTransaction.requiringNew().call(() -> {
            var found = webhooks.get(id);
            if (!deliveries.has(id, sequence)) {
                throw Problem.of(
                        ProblemCode.NOT_FOUND,
                        "The log of this webhook has no delivery of place " + sequence + ". /v1/webhooks/" + id
                                + "/deliveries lists those it has.");
            }
            return found;
        });
        var message = Message.of(id, changeFeed.findAt(sequence).orElseThrow());
        var result = send(webhook, message);
        deliveries.recordAttempt(id, sequence, result);
        return AttemptView.of(message, result);
    }

    private AttemptResult send(Webhook webhook, Message message) throws InterruptedException {
        try (var _ = limits.begin(caller.name(), webhook.host())) {
            return client.send(webhook, message);
        }
    }
}
