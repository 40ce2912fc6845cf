package dev.solecast.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The places for deliveries on this node: so many in all, and few of them to one receiver, which may be silent. */
@Singleton
class DeliverySlots {

    /** The places to one address; deliveries that wait for one hold no other place. */
    private static final class Receiver {
        private final Semaphore slots;
        /** The number of deliveries that hold a place or wait for one. */
        private int users;

        Receiver(int slots) {
            this.slots = new Semaphore(slots, true);
        }
    }

    /** A held place. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    private final Semaphore all;
    private final int perReceiver;
    private final Map<InetAddress, Receiver> receivers = new HashMap<>();

    DeliverySlots(WebhookSettings settings) {
        this.all = new Semaphore(settings.atOnce(), true);
        this.perReceiver = settings.atOnceEach();
    }

    /** Waits for a place to this address. */
    Slot acquire(InetAddress address) throws InterruptedException {
        var receiver = enter(address);
        try {
            receiver.slots.acquire();
            try {
                all.acquire();
            } catch (InterruptedException e) {
                receiver.slots.release();
                throw e;
            }
        } catch (InterruptedException e) {
            leave(address, receiver);
            throw e;
        }
        return () -> {
            all.release();
            receiver.slots.release();
            leave(address, receiver);
        };
    }

    private synchronized Receiver enter(InetAddress address) {
        var receiver = receivers.computeIfAbsent(address, unknown -> new Receiver(perReceiver));
        receiver.users++;
        return receiver;
    }

    private synchronized void leave(InetAddress address, Receiver receiver) {
        receiver.users--;
        if (receiver.users == 0) {
            receivers.remove(address);
        }
    }
}
