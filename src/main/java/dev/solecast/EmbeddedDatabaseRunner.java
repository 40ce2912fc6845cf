package dev.solecast;

import dev.solecast.database.DatabaseUnavailable;
import dev.solecast.database.EmbeddedPostgres;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs the service between the start and the end of a PostgreSQL of its own. */
final class EmbeddedDatabaseRunner {

    // A text, which all the classes named OwnDatabase that one JVM may load can see, and nobody else minds.
    private static final String RUNS = "solecast.database.runs";

    /** In milliseconds. Ctrl-C ends the programs of PostgreSQL too, perhaps before this JVM hears of it. */
    private static final long HEARD_WITHIN = 500;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable EmbeddedPostgres running;
    private Runnable exit = () -> {};

    /** Live reload calls main again, in the same JVM with new classes, when the service has stopped: wait for the rest. */
    static void awaitEndOfPrevious() {
        while (System.getProperty(RUNS) != null) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    void serve(Path data, String... args) {
        System.setProperty(RUNS, "true");
        // The JVM's shutdown hooks run all at once, and it ends when they have: this one waits for the database.
        var wait = new Thread(this::awaitStop, "database-stop");
        Runtime.getRuntime().addShutdownHook(wait);
        // Quarkus ends the JVM where it would return to us: that has to wait too.
        var exitHandler = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler(
                (code, failure) -> exit = () -> exitHandler.accept(code, failure));
        System.out.println("Starting PostgreSQL in " + data + " ...");
        try (var postgres = EmbeddedPostgres.start(data, Map.of())) {
            running = postgres;
            if (!isEnding(0)) {
                serve(postgres, args);
            }
        } catch (DatabaseUnavailable e) {
            if (!isEnding(HEARD_WITHIN)) {
                System.err.println(e.getMessage());
            }
            exit = () -> exitHandler.accept(1, e);
        } finally {
            ApplicationLifecycleManager.setDefaultExitCodeHandler(exitHandler);
            System.clearProperty(RUNS);
            stopped.countDown();
            remove(wait);
        }
        exit.run();
    }

    private boolean isEnding(long withinMilliseconds) {
        try {
            return ending.await(withinMilliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void serve(EmbeddedPostgres postgres, String... args) {
        var datasource = Map.of(
                "quarkus.datasource.jdbc.url", postgres.url(),
                "quarkus.datasource.username", postgres.username(),
                "quarkus.datasource.password", postgres.password());
        System.getProperties().putAll(datasource);
        try {
            Quarkus.run(ServiceApplication.class, args);
        } finally {
            System.getProperties().keySet().removeAll(datasource.keySet());
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook has seen what it waited for.
        }
    }

    private void awaitStop() {
        ending.countDown();
        EmbeddedPostgres postgres = running;
        if (postgres != null && ApplicationLifecycleManager.getCurrentApplication() == null) {
            // Quarkus is not there to be stopped yet, and would only complain of an end before it has begun.
            postgres.close();
            return;
        }
        try {
            stopped.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
