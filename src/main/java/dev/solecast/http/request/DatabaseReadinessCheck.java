package dev.solecast.http.request;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports the service as ready if it gets a connection and a response on it, as a request would need. */
@Readiness
class DatabaseReadinessCheck implements HealthCheck {

    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource database;

    DatabaseReadinessCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        var query = new FutureTask<>(this::query);
        var thread = Thread.ofVirtual().name("readiness").start(query);
        try {
            query.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return response.up().build();
        } catch (TimeoutException e) {
            thread.interrupt();
            return response.down()
                    .withData("reason", "no answer within " + TIMEOUT_SECONDS + " s")
                    .build();
        } catch (ExecutionException e) {
            return response.down()
                    .withData("reason", query.exceptionNow().getMessage())
                    .build();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return response.down().withData("reason", "shutting down").build();
        }
    }

    private boolean query() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }
}
