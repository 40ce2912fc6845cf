package dev.solecast.http.request;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The place of the current request among those of {@link Bulkheads}, until its answer is written: a streamed body is written
 * within the scope of its request.
 */
@RequestScoped
public class RequestPlace {

    private final Bulkheads bulkheads;
    private final ConcurrencyLimit concurrency;
    private final CurrentVertxRequest current;
    private Bulkheads.@Nullable Permit permit;

    RequestPlace(Bulkheads bulkheads, ConcurrencyLimit concurrency, CurrentVertxRequest current) {
        this.bulkheads = bulkheads;
        this.concurrency = concurrency;
        this.current = current;
    }

    /** Takes a place, see {@link Bulkheads#enter}; must not be called while the request has one. */
    public void take(Workload work, int price) {
        permit = bulkheads.enter(work, price);
    }

    /** Gives the place up to wait for long; the request counts among those of its caller no longer. */
    public void releaseToWait() {
        release();
        concurrency.leave(current.getCurrent());
    }

    @PreDestroy
    void release() {
        if (permit != null) {
            permit.close();
        }
    }
}
