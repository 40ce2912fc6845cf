package dev.solecast.http.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Distinguishes a temporary outage of the database from a defect of the service or a fault of the request. */
public final class DatabaseOutage {

    private static final Logger LOG = Logger.getLogger(DatabaseOutage.class);

    /** The seconds after which a caller should try again. */
    public static final int RETRY_AFTER_SECONDS = 2;

    /** Prefixes of the PostgreSQL SQLSTATEs of failures that end by themselves or by an operator's action. */
    private static final List<String> TRANSIENT = List.of(
            "08", // connection lost or refused
            "25006", // read-only standby
            "25P03", // idle transaction timeout
            "25P04", // transaction timeout
            "28", // password refused
            "3D", // no such database
            "40", // deadlock or serialization conflict
            "53", // disk full, out of memory, too many connections
            "55P03", // lock timeout
            "57", // statement timeout, shutdown, start, crash
            "58"); // disk failure

    private DatabaseOutage() {}

    /** Finds the exception that shows an outage among the causes and suppressed exceptions of a failure. */
    public static Optional<Throwable> findIn(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> unseen = new ArrayDeque<>(List.of(failure));
        while (!unseen.isEmpty()) {
            var each = unseen.remove();
            if (isOutage(each)) {
                return Optional.of(each);
            }
            if (seen.add(each)) {
                // A transaction that cannot be committed has the reason as a suppressed exception.
                Stream.concat(Stream.of(each.getSuppressed()), Stream.ofNullable(each.getCause()))
                        .forEach(unseen::add);
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(Throwable e) {
        return switch (e) {
            case SQLException sql when sql.getSQLState() == null -> isFromPool(sql);
            case SQLException sql -> TRANSIENT.stream().anyMatch(sql.getSQLState()::startsWith);
            // The request has exceeded its deadline.
            case InterruptedException interrupted -> true;
            case InterruptedIOException interrupted -> true;
            case ClosedByInterruptException interrupted -> true;
            default -> false;
        };
    }

    /**
     * Whether the pool had no connection: its exception has no SQLSTATE and no type of its own, so its origin decides.
     */
    private static boolean isFromPool(SQLException e) {
        var trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals("io.agroal.pool.ConnectionPool");
    }

    /** Builds the 503 response to a request that met this outage, and logs one line about it. */
    static RestResponse<ProblemView> toResponse(Throwable outage, Request request) {
        LOG.warnf("The database cannot serve: %s", firstLine(outage));
        var readOnly = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        var detail = "The database does not answer just now. Try again in " + RETRY_AFTER_SECONDS + " seconds"
                + (readOnly ? "." : "; look first whether this request was carried out, for that is not known.");
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.SERVICE_UNAVAILABLE,
                        ProblemView.of(ProblemCode.UNAVAILABLE, detail, List.of()))
                .type(ExceptionMappers.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static String firstLine(Throwable e) {
        return Objects.toString(e.getMessage(), e.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
