package dev.solecast.webhook;

import dev.solecast.change.stream.ChangeFeed;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Delivers what owners ask for, while they wait. */
@Singleton
class ManualDeliveries {

    private final WebhookEditing webhooks;
    private final Deliveries deliveries;
    private final ChangeFeed log;
    private final WebhookClient sender;
    private final Clock clock;

    ManualDeliveries(
            WebhookEditing webhooks, Deliveries deliveries, ChangeFeed log, WebhookClient sender, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.sender = sender;
        this.clock = clock;
    }

    /** A message that tells nothing; it is not in the delivery log. */
    AttemptView test(String id) throws InterruptedException {
        var webhook = QuarkusTransaction.requiringNew().call(() -> webhooks.get(id));
        var message = Message.test(id, clock.instant());
        return AttemptView.of(message, sender.send(webhook.url(), webhook.secrets(clock.instant()), message));
    }

    /**
     * A change that was delivered before, or given up, once more.
     *
     * @throws Problem 404 if it is not in the delivery log
     */
    AttemptView again(String id, long place) throws InterruptedException {
        var webhook = QuarkusTransaction.requiringNew().call(() -> {
            var found = webhooks.get(id);
            if (!deliveries.has(id, place)) {
                throw Problem.of(
                        ProblemCode.NOT_FOUND,
                        "The log of this webhook has no delivery of place " + place + ". /v1/webhooks/" + id
                                + "/deliveries lists those it has.");
            }
            return found;
        });
        var message = Message.of(id, log.at(place).orElseThrow());
        var outcome = sender.send(webhook.url(), webhook.secrets(clock.instant()), message);
        deliveries.note(id, place, outcome);
        return AttemptView.of(message, outcome);
    }
}
