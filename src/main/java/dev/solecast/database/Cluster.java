package dev.solecast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL cluster: the data of one server, with a database {@code solecast} and the role that owns it. */
final class Cluster {

    /** The name of the database and of its role. */
    static final String NAME = "solecast";

    /** In bytes; a larger log is rotated at the start. */
    private static final long LARGEST_LOG = 1_000_000;

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final Path data;
    private final String password;

    private Cluster(DataFolder folder, PostgresBinaries binaries, Path home) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.data = home.resolve("data");
        this.password = Files.readString(home.resolve("password")).strip();
    }

    /** The folder's cluster, created on the first call. */
    static Cluster in(DataFolder folder, PostgresBinaries binaries) throws IOException {
        return new Cluster(folder, binaries, folder.subfolder("cluster-18", part -> create(binaries, part)));
    }

    private static void create(PostgresBinaries binaries, Path home) throws IOException {
        // Processes left behind by a Solecast that was killed in this method.
        binaries.killAll();
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path passwordFile = Files.createFile(
                home.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password + "\n");
        String data = home.resolve("data").toString();
        binaries.run(
                "initdb",
                "",
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same collation on every system, and case mapping for all of Unicode.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        // Single-user mode, which opens no port, so that no other process can connect first.
        binaries.run(
                "postgres",
                """
                CREATE ROLE solecast LOGIN PASSWORD '%s';
                CREATE DATABASE solecast OWNER solecast;
                """.formatted(password),
                List.of("--single", "-c", "exit_on_error=on", "-D", data, "postgres"));
    }

    String password() {
        return password;
    }

    /** Starts the server on a loopback port and returns when it accepts connections, after any crash recovery. */
    void start(int port, Map<String, String> settings) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off"));
        settings.forEach((name, value) -> options.add(name + "=" + value));
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGEST_LOG) {
            Files.move(folder.log(), folder.path().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        // pg_ctl puts the server in a session of its own, where the terminal's Ctrl-C does not reach it.
        binaries.run(
                "pg_ctl",
                "",
                List.of(
                        "start",
                        "--silent",
                        "--wait",
                        "--timeout=600",
                        "--pgdata=" + data,
                        "--log=" + folder.log(),
                        "--options=-c " + String.join(" -c ", options)));
    }

    /**
     * Stops the server and every other process of PostgreSQL from this folder, which belongs to this Solecast alone.
     * Does nothing if none runs.
     */
    void stop() throws IOException {
        if (isRunning()) {
            try {
                binaries.run(
                        "pg_ctl", "", List.of("stop", "--silent", "--mode=fast", "--timeout=50", "--pgdata=" + data));
            } catch (IOException e) {
                // It does not respond. Killing it loses nothing that was acknowledged.
            }
        }
        binaries.killAll();
        // A process that has this id by now is not PostgreSQL, which would take it for a running server.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    boolean isRunning() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile)
                && postmaster(pidFile).filter(binaries::isRunBy).isPresent();
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
        }
    }
}
