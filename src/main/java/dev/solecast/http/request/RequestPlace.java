package dev.solecast.http.request;

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
    private Bulkheads.@Nullable Permit permit;

    RequestPlace(Bulkheads bulkheads) {
        this.bulkheads = bulkheads;
    }

    /** Takes a place, see {@link Bulkheads#enter}; must not be called while the request has one. */
    public void take(Workload work, int price) {
        permit = bulkheads.enter(work, price);
    }

    /** Gives the place up; has no effect without one. */
    @PreDestroy
    public void release() {
        if (permit != null) {
            permit.close();
        }
    }
}
