package dev.solecast.webhook;

import dev.solecast.auth.KeyHolderStatus;
import dev.solecast.change.LoggedChange;
import dev.solecast.change.stream.ChangeFeed;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Delivers to one webhook while this node holds it: one change after the other, and none before the one before it was
 * taken or given up. What others' receivers do does not matter to it.
 */
final class DeliveryWorker {

    private static final int AT_ONCE = 100;
    /** So many changes that it does not want to hear of may be looked at again after a crash. */
    private static final long NOTED_EVERY = 1_000;
    /** After about so long another node gets its chance to serve it. */
    private static final Duration SHIFT = Duration.ofMinutes(10);

    private final String webhook;
    private final DeliveryStore progress;
    private final ChangeFeed log;
    private final WebhookClient sender;
    private final KeyHolderStatus holders;
    private final WebhookSettings settings;
    private final long until = System.nanoTime() + jittered(SHIFT).toNanos();
    /** What its owner had said of the webhook when it began; -1 before. */
    private volatile int version = -1;

    private volatile boolean overtaken;
    private long reached;

    DeliveryWorker(
            String webhook,
            DeliveryStore progress,
            ChangeFeed log,
            WebhookClient sender,
            KeyHolderStatus holders,
            WebhookSettings settings) {
        this.webhook = webhook;
        this.progress = progress;
        this.log = log;
        this.sender = sender;
        this.holders = holders;
        this.settings = settings;
    }

    /** Delivers until its shift is over, or something about the webhook has changed: then it is taken up anew. */
    void run() throws InterruptedException {
        var first = progress.turn(webhook);
        if (first.isEmpty()) {
            return;
        }
        version = first.get().version();
        reached = first.get().reached();
        var follower = log.after(reached, first.get().filter().toChangeFilter());
        while (!overtaken) {
            var changes = follower.next(AT_ONCE);
            for (var change : changes) {
                if (!deliver(change)) {
                    return;
                }
            }
            if (follower.reached() - reached > NOTED_EVERY) {
                if (!progress.passed(webhook, reached, follower.reached())) {
                    return;
                }
                reached = follower.reached();
            }
            if (changes.isEmpty()) {
                if (System.nanoTime() > until) {
                    return;
                }
                follower.await(settings.look());
            }
        }
    }

    /** Tells it what its owner says of the webhook by now; if that is something new, it ends soon. */
    void compare(int present) {
        overtaken = version >= 0 && version != present;
    }

    /** Tries until it is over with this change; false if it is over with the webhook. */
    private boolean deliver(LoggedChange change) throws InterruptedException {
        var message = Message.of(webhook, change);
        while (true) {
            var found = progress.turn(webhook).filter(this::asBefore);
            if (found.isEmpty()) {
                return false;
            }
            var turn = found.get();
            if (turn.pause().isPositive()) {
                sleep(least(turn.pause(), settings.look()));
                continue;
            }
            if (!holders.inForce(turn.owner())) {
                progress.disabled(turn, "The key \"" + turn.owner() + "\", whose it is, is revoked or expired.");
                return false;
            }
            var outcome = sender.send(turn.url(), turn.secrets(), message);
            switch (verdict(turn, outcome)) {
                case TAKEN -> {
                    reached = change.place();
                    return progress.delivered(turn, change.place(), message, outcome);
                }
                case GIVEN_UP -> {
                    reached = change.place();
                    return progress.givenUp(turn, change.place(), message, outcome);
                }
                case ENDED -> {
                    var state = outcome.gone() ? WebhookState.GONE : WebhookState.DISABLED;
                    progress.ended(turn, change.place(), message, outcome, state);
                    return false;
                }
                case AGAIN -> {
                    var rest = rest(turn.attempts(), outcome);
                    if (!progress.retrying(turn, change.place(), message, outcome, rest)) {
                        return false;
                    }
                }
            }
        }
    }

    private enum Verdict {
        TAKEN,
        AGAIN,
        GIVEN_UP,
        ENDED
    }

    private Verdict verdict(PendingDelivery turn, AttemptResult outcome) {
        if (outcome.delivered()) {
            return Verdict.TAKEN;
        } else if (outcome.gone() || turn.failing().compareTo(settings.disabledAfter()) >= 0) {
            return Verdict.ENDED;
        }
        return turn.retrying().compareTo(settings.givenUpAfter()) >= 0 ? Verdict.GIVEN_UP : Verdict.AGAIN;
    }

    /** Whether the changes at hand are still those it wants to hear of next. */
    private boolean asBefore(PendingDelivery turn) {
        return turn.version() == version && turn.reached() == reached;
    }

    /** Twice as long each time, or as long as the receiver asks for. */
    private Duration rest(int attempts, AttemptResult outcome) {
        var doubled = settings.firstRetry().multipliedBy(1L << Math.min(attempts, 20));
        var rest = jittered(least(doubled, settings.longestRetry()));
        var asked = outcome.retryAfter();
        return asked == null || asked.compareTo(rest) < 0 ? rest : least(asked, settings.longestRetryAfter());
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A fifth more or less, so that what failed together is not tried together. */
    private static Duration jittered(Duration duration) {
        return Duration.ofNanos(
                (long) (duration.toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
