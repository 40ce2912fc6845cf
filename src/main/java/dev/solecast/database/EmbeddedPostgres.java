package dev.solecast.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of Solecast's own on a loopback port. Until it is closed, it is restarted on the same port
 * whenever it dies.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(2);

    private final DataFolder folder;
    private final Cluster cluster;
    private final Map<String, String> settings;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watchdog;

    private EmbeddedPostgres(DataFolder folder, Cluster cluster, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.cluster = cluster;
        this.settings = settings;
        cluster.stop();
        this.port = start();
        this.watchdog = Thread.ofPlatform().daemon().name("postgresql-watch").unstarted(this::keepRunning);
    }

    /**
     * Starts the server of a data folder, which is created on the first call.
     *
     * @param settings settings of PostgreSQL by name, which override those of Solecast
     * @throws DatabaseUnavailable if it cannot be started
     */
    public static EmbeddedPostgres start(Path data, Map<String, String> settings) {
        DataFolder folder = DataFolder.lock(data);
        try {
            var postgres = new EmbeddedPostgres(folder, Cluster.in(folder, PostgresBinaries.in(folder)), settings);
            postgres.watchdog.start();
            return postgres;
        } catch (IOException e) {
            folder.close();
            throw new DatabaseUnavailable(
                    "PostgreSQL does not start in " + folder.path() + ". Its log is " + folder.log()
                            + ", and the last it said was:\n" + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private int start() throws IOException {
        int free = freePort();
        try {
            cluster.start(free, settings);
            return free;
        } catch (IOException e) {
            // Another process may have taken the port in between; a second failure has another cause.
            int another = freePort();
            cluster.start(another, settings);
            return another;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The JDBC URL, without the password. */
    public String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME;
    }

    public String username() {
        return Cluster.NAME;
    }

    public String password() {
        return cluster.password();
    }

    private void keepRunning() {
        Duration pause = CHECK_INTERVAL;
        while (!isClosingAfter(pause)) {
            try {
                if (!cluster.isRunning()) {
                    LOG.warnf("PostgreSQL is not running any more. Starting it again; its log is %s.", folder.log());
                    cluster.stop();
                    cluster.start(port, settings);
                    LOG.info("PostgreSQL is running again.");
                }
                pause = CHECK_INTERVAL;
            } catch (IOException e) {
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_RETRY_PAUSE) < 0 ? twice : LONGEST_RETRY_PAUSE;
                LOG.errorf("PostgreSQL does not start; next attempt in %d ms: %s", pause.toMillis(), e.getMessage());
            }
        }
    }

    private boolean isClosingAfter(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Shuts the server down cleanly and unlocks the folder. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        try {
            watchdog.join();
            cluster.stop();
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL does not stop in " + folder.path() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            folder.close();
        }
    }
}
