package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged service, run as a terminal runs it: a process group of its own, which Ctrl-C reaches as a whole. */
public final class ServiceProcess implements AutoCloseable {

    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    static final Path JAR_WITHOUT_POSTGRESQL = Path.of("target/quarkus-app-without-postgresql/quarkus-run.jar");

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(20_000, 30_000));

    private final Path folder;
    private final int port;
    private final int managementPort;
    private final Path output;
    private final Process process;

    private ServiceProcess(Path folder, int port, int managementPort, Path output, Process process) {
        this.folder = folder;
        this.port = port;
        this.managementPort = managementPort;
        this.output = output;
        this.process = process;
    }

    /** Starts the service without waiting until it is ready; only its ports and these variables are configured. */
    public static ServiceProcess start(Path jar, Path folder, int port, Map<String, String> variables)
            throws IOException {
        assertThat(jar).as("built by make soak").exists();
        Path output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(
                        // The shell that runs these tests in the background lets its children ignore Ctrl-C.
                        "perl",
                        "-e",
                        "$SIG{INT} = 'DEFAULT'; setpgrp; exec @ARGV",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        // As make run does; a jar that the cache does not fit starts without it.
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx224m",
                        "-XX:AOTCache=" + JAR.resolveSibling("solecast.aot").toAbsolutePath(),
                        "-Xlog:aot*=off,cds*=off",
                        "-jar",
                        jar.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("SOLECAST_"));
        int managementPort = freePort();
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().put("QUARKUS_LOG_CONSOLE_FORMAT", "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p %s%e%n");
        // All callers have one address and call without pause.
        builder.environment().put("SOLECAST_LIMITS_ANONYMOUS", "0");
        builder.environment().putAll(variables);
        return new ServiceProcess(folder, port, managementPort, output, builder.start());
    }

    /** Starts the service in the folder and waits until it is ready. */
    static ServiceProcess ready(Path folder) throws Exception {
        return start(JAR, folder, freePort(), Map.of()).awaitReady();
    }

    public ServiceProcess awaitReady() throws Exception {
        await("ready", () -> output().contains("Solecast is ready."));
        return this;
    }

    int exitCode() throws Exception {
        assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    void signalGroup(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    void signal(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    public void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    String postgresLog() throws IOException {
        return Files.readString(folder.resolve("data/postgresql.log"));
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    public URI metrics() {
        return management("/q/metrics");
    }

    boolean isHealthy() throws Exception {
        var request = HttpRequest.newBuilder(management("/q/health/ready"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    public ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("data/cluster-18/data/postmaster.pid"));
    }

    /** Opens a connection to the embedded server, with the port and the password found in the folder. */
    public Connection connect() throws IOException, SQLException {
        String password =
                Files.readString(folder.resolve("data/cluster-18/password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(3) + "/solecast", "solecast", password);
    }

    /** The environment variables with which another service uses the same embedded server. */
    Map<String, String> databaseVariables() throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(3) + "/solecast",
                "QUARKUS_DATASOURCE_USERNAME",
                "solecast",
                "QUARKUS_DATASOURCE_PASSWORD",
                Files.readString(folder.resolve("data/cluster-18/password")).strip());
    }

    /**
     * Finds a free port below the ephemeral ones, of which the service's own database may get one meanwhile. None is
     * returned twice, because a port stays free until it is used.
     */
    public static int freePort() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(NEXT_PORT.getAndIncrement())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // In use: try the next one.
            }
        }
    }

    public interface Condition {
        boolean holds() throws Exception;
    }

    public void await(String condition, Condition expected) throws Exception {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!expected.holds()) {
            assertThat(System.nanoTime())
                    .as("%s in time; it said:%n%s", condition, output())
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Kills the processes that a failed test has left running. */
    @Override
    public void close() throws Exception {
        kill();
        String prefix = folder.toRealPath().toString();
        ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(prefix))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
