package dev.solecast.webhook;

import dev.solecast.auth.KeyHolderStatus;
import dev.solecast.change.LoggedChange;
import dev.solecast.change.stream.ChangeFeed;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Delivers changes to one webhook while this node holds it, in order: each change only after the previous one was
 * delivered or given up. Slow receivers of other webhooks do not delay it.
 */
final class DeliveryWorker {

    private static final int BATCH = 100;
    /** After this many changes that the filter skips progress is saved; a crash repeats no more of them. */
    private static final long SAVED_EVERY = 1_000;
    /** Time after which the webhook is released, so that another node may serve it; jittered. */
    private static final Duration SHIFT = Duration.ofMinutes(10);

    private final String webhook;
    private final DeliveryStore store;
    private final ChangeFeed changeFeed;
    private final WebhookClient client;
    private final KeyHolderStatus keyHolders;
    private final WebhookSettings settings;
    private final long shiftEnd = System.nanoTime() + jittered(SHIFT).toNanos();
    /** Version of the webhook when this worker began; -1 before. */
    private volatile int version = -1;

    private volatile boolean outdated;
    private long reached;

    DeliveryWorker(
            String webhook,
            DeliveryStore store,
            ChangeFeed changeFeed,
            WebhookClient client,
            KeyHolderStatus keyHolders,
            WebhookSettings settings) {
        this.webhook = webhook;
        this.store = store;
        this.changeFeed = changeFeed;
        this.client = client;
        this.keyHolders = keyHolders;
        this.settings = settings;
    }

    /** Delivers until the shift is over, the lease is lost, or the webhook has changed and must be claimed again. */
    void run() throws InterruptedException {
        var first = store.findPending(webhook);
        if (first.isEmpty()) {
            return;
        }
        version = first.get().version();
        reached = first.get().reached();
        var follower = changeFeed.after(reached, first.get().filter().toChangeFilter());
        var begun = false;
        while (!outdated) {
            var changes = follower.next(BATCH);
            var skipped =
                    changes.isEmpty() ? follower.reached() : changes.getFirst().sequence() - 1;
            // At first in any case: the change that was to be retried may not match the filter any more.
            if (skipped - reached > (begun ? SAVED_EVERY : 0)) {
                if (!store.recordSkipped(webhook, reached, skipped)) {
                    return;
                }
                reached = skipped;
            }
            begun = true;
            for (var change : changes) {
                if (!deliver(change)) {
                    return;
                }
            }
            if (changes.isEmpty()) {
                if (System.nanoTime() > shiftEnd) {
                    return;
                }
                follower.await(settings.look());
            }
        }
    }

    /** Compares the current version of the webhook with the one served; the worker ends soon if they differ. */
    void stopIfChanged(int current) {
        outdated = version >= 0 && version != current;
    }

    /** Tries until the change is delivered or given up; false if this worker must stop serving the webhook. */
    private boolean deliver(LoggedChange change) throws InterruptedException {
        var message = Message.of(webhook, change);
        while (true) {
            var found = store.findPending(webhook).filter(this::isUnchanged);
            if (found.isEmpty()) {
                return false;
            }
            var delivery = found.get();
            if (delivery.untilNextAttempt().isPositive()) {
                sleep(shorter(delivery.untilNextAttempt(), settings.look()));
                continue;
            }
            if (!keyHolders.isInForce(delivery.owner())) {
                store.disable(delivery, "The key \"" + delivery.owner() + "\", whose it is, is revoked or expired.");
                return false;
            }
            var result = client.deliver(delivery, message);
            switch (nextStep(delivery, result)) {
                case DELIVERED -> {
                    reached = change.sequence();
                    return store.recordDelivered(delivery, change.sequence(), message, result);
                }
                case GIVEN_UP -> {
                    reached = change.sequence();
                    return store.recordGivenUp(delivery, change.sequence(), message, result);
                }
                case ENDED -> {
                    var state = result.gone() ? WebhookState.GONE : WebhookState.DISABLED;
                    store.recordEnded(delivery, change.sequence(), message, result, state);
                    return false;
                }
                case RETRY -> {
                    var delay = retryDelay(delivery.attempts(), result);
                    if (!store.recordRetry(delivery, change.sequence(), message, result, delay)) {
                        return false;
                    }
                }
            }
        }
    }

    private enum NextStep {
        DELIVERED,
        RETRY,
        GIVEN_UP,
        ENDED
    }

    private NextStep nextStep(PendingDelivery delivery, AttemptResult result) {
        if (result.delivered()) {
            return NextStep.DELIVERED;
        } else if (result.gone() || delivery.failingFor().compareTo(settings.disabledAfter()) >= 0) {
            return NextStep.ENDED;
        }
        return delivery.retryingFor().compareTo(settings.givenUpAfter()) >= 0 ? NextStep.GIVEN_UP : NextStep.RETRY;
    }

    /** Whether the webhook still has the version and progress for which the changes were read. */
    private boolean isUnchanged(PendingDelivery delivery) {
        return delivery.version() == version && delivery.reached() == reached;
    }

    /** Exponential backoff, or the longer wait that the receiver asks for with {@code Retry-After}. */
    private Duration retryDelay(int attempts, AttemptResult result) {
        var doubled = settings.firstRetry().multipliedBy(1L << Math.min(attempts, 20));
        var delay = jittered(shorter(doubled, settings.longestRetry()));
        var asked = result.retryAfter();
        return asked == null || asked.compareTo(delay) < 0 ? delay : shorter(asked, settings.longestRetryAfter());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Varies a duration by up to 20 %, so that deliveries that failed together are not retried together. */
    private static Duration jittered(Duration duration) {
        return Duration.ofNanos(
                (long) (duration.toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
