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

/** Tells a database that cannot serve just now, which is nobody's fault in this request, from a fault of ours. */
public final class DatabaseOutage {

    private static final Logger LOG = Logger.getLogger(DatabaseOutage.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** Beginnings of PostgreSQL's SQLSTATEs that pass by themselves or by an operator's hand. */
    private static final List<String> PASSING = List.of(
            "08", // connection lost or refused
            "25006", // a standby, which only reads
            "25P03", // transaction left idle for too long
            "25P04", // transaction too long
            "28", // our password is refused
            "3D", // the database is not there
            "40", // deadlock, or a conflict with another transaction
            "53", // disk full, out of memory, too many connections
            "55P03", // lock not to be had in time
            "57", // statement timeout, shutdown, start, crash
            "58"); // the disk fails

    private DatabaseOutage() {}

    /** The exception that shows it, if an outage is what is behind this failure. */
    public static Optional<Throwable> behind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> unseen = new ArrayDeque<>(List.of(failure));
        while (!unseen.isEmpty()) {
            var each = unseen.remove();
            if (isOne(each)) {
                return Optional.of(each);
            }
            if (seen.add(each)) {
                // A transaction that cannot be committed tells why in what it suppressed.
                Stream.concat(Stream.of(each.getSuppressed()), Stream.ofNullable(each.getCause()))
                        .forEach(unseen::add);
            }
        }
        return Optional.empty();
    }

    private static boolean isOne(Throwable e) {
        return switch (e) {
            case SQLException sql when sql.getSQLState() == null -> isOfThePool(sql);
            case SQLException sql -> PASSING.stream().anyMatch(sql.getSQLState()::startsWith);
            // The request's time was up.
            case InterruptedException interrupted -> true;
            case InterruptedIOException interrupted -> true;
            case ClosedByInterruptException interrupted -> true;
            default -> false;
        };
    }

    /** Whether no connection was to be had: the pool says that in words only, without a state or a type of its own. */
    private static boolean isOfThePool(SQLException e) {
        var trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals("io.agroal.pool.ConnectionPool");
    }

    /** The answer to a request that met this outage; the operator's log gets one line about it. */
    static RestResponse<ProblemView> answer(Throwable outage, Request request) {
        LOG.warnf("The database cannot serve: %s", firstLine(outage));
        var reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        var detail = "The database does not answer just now. Try again in " + RETRY_AFTER_SECONDS + " seconds"
                + (reads ? "." : "; look first whether this request was carried out, for that is not known.");
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
