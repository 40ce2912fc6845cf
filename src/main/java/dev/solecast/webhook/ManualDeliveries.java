package dev.solecast.webhook;

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
    private final Clock clock;

    ManualDeliveries(
            WebhookEditing webhooks, Deliveries deliveries, ChangeFeed changeFeed, WebhookClient client, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changeFeed = changeFeed;
        this.client = client;
        this.clock = clock;
    }

    /** Sends a test event, which does not appear in the delivery log. */
    AttemptView test(String id) throws InterruptedException {
        var webhook = QuarkusTransaction.requiringNew().call(() -> webhooks.get(id));
        var message = Message.test(id, clock.instant());
        return AttemptView.of(message, client.send(webhook.url(), webhook.secrets(clock.instant()), message));
    }

    /**
     * Delivers a change of the delivery log once more, whether it was delivered or given up.
     *
     * @throws Problem 404 if it is not in the delivery log
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
        var result = client.send(webhook.url(), webhook.secrets(clock.instant()), message);
        deliveries.recordAttempt(id, sequence, result);
        return AttemptView.of(message, result);
    }
}
