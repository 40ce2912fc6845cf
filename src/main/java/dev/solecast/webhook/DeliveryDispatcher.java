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

/** Claims active webhooks for this node by lease, and runs one {@link DeliveryWorker} with its own thread for each. */
@Singleton
class DeliveryDispatcher {

    private static final Logger LOG = Logger.getLogger(DeliveryDispatcher.class);

    private final DeliveryStore store;
    private final ChangeFeed changeFeed;
    private final WebhookClient client;
    private final KeyHolderStatus keyHolders;
    private final WebhookSettings settings;
    private final Map<String, RunningWorker> workers = new ConcurrentHashMap<>();
    private final Thread dispatchThread = Thread.ofVirtual().name("webhooks").unstarted(this::dispatch);
    private volatile boolean stopping;

    private record RunningWorker(DeliveryWorker worker, Thread thread) {}

    DeliveryDispatcher(
            DeliveryStore store,
            ChangeFeed changeFeed,
            WebhookClient client,
            KeyHolderStatus keyHolders,
            WebhookSettings settings) {
        this.store = store;
        this.changeFeed = changeFeed;
        this.client = client;
        this.keyHolders = keyHolders;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        dispatchThread.start();
    }

    /** Interrupts deliveries in progress; the next node to claim the webhook delivers the change again. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        stopping = true;
        dispatchThread.interrupt();
        dispatchThread.join();
        workers.values().forEach(running -> running.thread().interrupt());
        for (var running : workers.values()) {
            running.thread().join();
        }
    }

    private void dispatch() {
        var renewedAt = System.nanoTime();
        var warned = false;
        while (!stopping) {
            try {
                store.claim().forEach(this::startWorker);
                if (!workers.isEmpty()) {
                    store.versions().forEach(this::checkVersion);
                }
                if (System.nanoTime() - renewedAt > settings.lease().toNanos() / 4) {
                    store.renew(workers.keySet());
                    renewedAt = System.nanoTime();
                }
                warned = false;
            } catch (RuntimeException e) {
                if (!warned && !stopping) {
                    LOG.warnf("Webhooks cannot be served just now: %s", e.getMessage());
                }
                warned = true;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(settings.look().toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return; // the service shuts down
            }
        }
    }

    private void checkVersion(String webhook, int version) {
        var running = workers.get(webhook);
        if (running != null) {
            running.worker().stopIfChanged(version);
        }
    }

    private void startWorker(String webhook) {
        workers.computeIfAbsent(webhook, id -> {
            var worker = new DeliveryWorker(id, store, changeFeed, client, keyHolders, settings);
            return new RunningWorker(
                    worker, Thread.ofVirtual().name("webhook " + id).start(() -> deliver(id, worker)));
        });
    }

    private void deliver(String webhook, DeliveryWorker worker) {
        var succeeded = true;
        try {
            worker.run();
        } catch (InterruptedException e) {
            LOG.tracef("Webhook %s is left to others", webhook);
        } catch (RuntimeException e) {
            // The lease is kept until it expires; then any node may claim the webhook and try again.
            succeeded = false;
            LOG.warnf("Webhook %s cannot be served just now: %s", webhook, e.getMessage());
        } finally {
            workers.remove(webhook);
        }
        if (succeeded) {
            release(webhook);
        }
    }

    private void release(String webhook) {
        try {
            store.release(webhook);
        } catch (RuntimeException e) {
            LOG.debugf("Webhook %s stays with this node until its lease is over", webhook);
        }
    }
}
