package dev.solecast.http.request;

/** The work of the current thread for one request; it is interrupted before its end or not at all. */
final class InterruptibleWork {

    private final Thread thread = Thread.currentThread();
    private final long started = System.nanoTime();
    private boolean ended;

    /** Interrupts the work if it is late, and returns whether it is, even if it has ended. */
    synchronized boolean interruptIfStartedBefore(long nanoTime) {
        boolean late = started - nanoTime < 0;
        if (late) {
            interrupt();
        }
        return late;
    }

    synchronized void interrupt() {
        if (!ended) {
            thread.interrupt();
        }
    }

    /** Ends the work and clears a late interrupt, because the same thread then writes the response. */
    synchronized void end() {
        ended = true;
        if (Thread.currentThread().equals(thread)) {
            Thread.interrupted();
        }
    }
}
