package dev.solecast.webhook;

import dev.solecast.auth.KeyHolderStatus;
import dev.solecast.change.stream.ChangeFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sees to it that every active webhook is served by one node, with a thread of its own there. */
@Singleton
class DeliveryDispatcher {

    private static final Logger LOG = Logger.getLogger(DeliveryDispatcher.class);

    private final DeliveryStore progress;
    private final ChangeFeed log;
    private final WebhookClient sender;
    private final KeyHolderStatus holders;
    private final WebhookSettings settings;
    private final Map<String, Served> couriers = new ConcurrentHashMap<>();
    private final Thread dispatcher = Thread.ofVirtual().name("webhooks").unstarted(this::dispatch);
    private volatile boolean stopping;

    private record Served(DeliveryWorker courier, Thread thread) {}

    DeliveryDispatcher(
            DeliveryStore progress,
            ChangeFeed log,
            WebhookClient sender,
            KeyHolderStatus holders,
            WebhookSettings settings) {
        this.progress = progress;
        this.log = log;
        this.sender = sender;
        this.holders = holders;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        dispatcher.start();
    }

    /** What is under way is broken off, and delivered again by whoever takes it up. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        stopping = true;
        dispatcher.interrupt();
        dispatcher.join();
        couriers.values().forEach(served -> served.thread().interrupt());
        for (var served : couriers.values()) {
            served.thread().join();
        }
    }

    private void dispatch() {
        var renewed = System.nanoTime();
        var told = false;
        while (!stopping) {
            try {
                progress.claim().forEach(this::serve);
                if (!couriers.isEmpty()) {
                    progress.versions().forEach(this::compare);
                }
                if (System.nanoTime() - renewed > settings.lease().toNanos() / 4) {
                    progress.renew(couriers.keySet());
                    renewed = System.nanoTime();
                }
                told = false;
            } catch (RuntimeException e) {
                if (!told && !stopping) {
                    LOG.warnf("Webhooks cannot be served just now: %s", e.getMessage());
                }
                told = true;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(settings.look().toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return; // the service ends
            }
        }
    }

    private void compare(String webhook, int version) {
        var served = couriers.get(webhook);
        if (served != null) {
            served.courier().compare(version);
        }
    }

    private void serve(String webhook) {
        couriers.computeIfAbsent(webhook, id -> {
            var courier = new DeliveryWorker(id, progress, log, sender, holders, settings);
            return new Served(courier, Thread.ofVirtual().name("webhook " + id).start(() -> deliver(id, courier)));
        });
    }

    private void deliver(String webhook, DeliveryWorker courier) {
        var inOrder = true;
        try {
            courier.run();
        } catch (InterruptedException e) {
            LOG.tracef("Webhook %s is left to others", webhook);
        } catch (RuntimeException e) {
            // Whoever is first after the end of the lease tries again.
            inOrder = false;
            LOG.warnf("Webhook %s cannot be served just now: %s", webhook, e.getMessage());
        } finally {
            couriers.remove(webhook);
        }
        if (inOrder) {
            release(webhook);
        }
    }

    private void release(String webhook) {
        try {
            progress.release(webhook);
        } catch (RuntimeException e) {
            LOG.debugf("Webhook %s stays with this node until its lease is over", webhook);
        }
    }
}
