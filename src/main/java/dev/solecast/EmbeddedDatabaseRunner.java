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

/** Starts the embedded PostgreSQL, runs the service, and stops PostgreSQL after it. */
final class EmbeddedDatabaseRunner {

    // A system property, because live reload loads this class again and both copies must see it.
    private static final String RUNNING_PROPERTY = "solecast.database.runs";

    /** In milliseconds. Ctrl-C also ends the programs of PostgreSQL, perhaps before this JVM receives the signal. */
    private static final long SIGNAL_DELAY = 500;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable EmbeddedPostgres running;
    private Runnable exit = () -> {};

    /** Waits until a previous run has stopped its database: live reload calls main again earlier, in the same JVM. */
    static void awaitPreviousRun() {
        while (System.getProperty(RUNNING_PROPERTY) != null) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    void serve(Path data, String... args) {
        System.setProperty(RUNNING_PROPERTY, "true");
        // Shutdown hooks run concurrently, and the JVM ends after the last: this one waits for the database.
        var hook = new Thread(this::awaitStop, "database-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        // Quarkus would end the JVM instead of returning to this method: its exit is deferred to the end of it.
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
            if (!isEnding(SIGNAL_DELAY)) {
                System.err.println(e.getMessage());
            }
            exit = () -> exitHandler.accept(1, e);
        } finally {
            ApplicationLifecycleManager.setDefaultExitCodeHandler(exitHandler);
            System.clearProperty(RUNNING_PROPERTY);
            stopped.countDown();
            remove(hook);
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
            // The JVM is shutting down, and the hook is running already.
        }
    }

    private void awaitStop() {
        ending.countDown();
        EmbeddedPostgres postgres = running;
        if (postgres != null && ApplicationLifecycleManager.getCurrentApplication() == null) {
            // Quarkus has not started, so that there is nothing for it to stop.
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
