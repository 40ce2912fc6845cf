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

/** Ready is a service that gets a connection and an answer on it, as a request would need it. */
@Readiness
class DatabaseReadinessCheck implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;

    DatabaseReadinessCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        var question = new FutureTask<>(this::ask);
        var asking = Thread.ofVirtual().name("readiness").start(question);
        try {
            question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer.up().build();
        } catch (TimeoutException e) {
            asking.interrupt();
            return answer.down()
                    .withData("reason", "no answer within " + PATIENCE_SECONDS + " s")
                    .build();
        } catch (ExecutionException e) {
            return answer.down()
                    .withData("reason", question.exceptionNow().getMessage())
                    .build();
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            return answer.down().withData("reason", "shutting down").build();
        }
    }

    private boolean ask() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }
}
