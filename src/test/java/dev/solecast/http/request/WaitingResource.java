package dev.solecast.http.request;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Work, in tests only, that lasts until a test lets it go; a number makes a request differ from others. */
@Path("/waiting")
@RunOnVirtualThread
public class WaitingResource {

    private final Gate gate;

    WaitingResource(Gate gate) {
        this.gate = gate;
    }

    /** Permits of what has happened, and of what may go on. */
    @Singleton
    static class Gate {
        final Semaphore begun = new Semaphore(0);
        final Semaphore mayGo = new Semaphore(0);
        final Semaphore interrupted = new Semaphore(0);

        void pass() {
            begun.release();
            try {
                mayGo.acquire();
            } catch (InterruptedException e) {
                interrupted.release();
                throw new IllegalStateException("Interrupted, as the test wants", e);
            }
        }
    }

    /** Needs no place, because it may take long. */
    @GET
    @Path("/poll")
    @NoDeadline
    @Operation(hidden = true)
    public String poll(@RestQuery("number") @Nullable Integer number) {
        gate.pass();
        return "changed";
    }

    @GET
    @Path("/calendar")
    @NoDeadline
    @Costs(Price.CALENDAR)
    @Operation(hidden = true)
    public String calendar(@RestQuery("number") @Nullable Integer number) {
        gate.pass();
        return "BEGIN:VCALENDAR";
    }

    /** Writes a little from time to time, as an export does, until it may end. */
    @GET
    @Path("/export")
    @NoDeadline
    @Costs(Price.EXPORT)
    @Operation(hidden = true)
    public StreamingOutput export(@RestQuery("number") @Nullable Integer number) {
        return out -> {
            gate.begun.release();
            try {
                do {
                    out.write(new byte[1_000]);
                    out.flush();
                } while (!gate.mayGo.tryAcquire(50, TimeUnit.MILLISECONDS));
            } catch (IOException | InterruptedException e) {
                gate.interrupted.release();
                throw new IOException("Ended, as the test wants", e);
            }
        };
    }
}
