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

/** The data that one PostgreSQL server keeps: a database named {@code solecast} and the role that owns it. */
final class Cluster {

    /** The name of the database and of its role. */
    static final String NAME = "solecast";

    private static final long LONGEST_LOG = 1_000_000;

    private final DataFolder folder;
    private final PostgresBinaries programs;
    private final Path data;
    private final String password;

    private Cluster(DataFolder folder, PostgresBinaries programs, Path home) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.data = home.resolve("data");
        this.password = Files.readString(home.resolve("password")).strip();
    }

    /** The folder's cluster, created on the first call. */
    static Cluster in(DataFolder folder, PostgresBinaries programs) throws IOException {
        return new Cluster(folder, programs, folder.part("cluster-18", part -> create(programs, part)));
    }

    private static void create(PostgresBinaries programs, Path home) throws IOException {
        // Those of a Solecast that was killed while it did the same.
        programs.killAll();
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path passwordFile = Files.createFile(
                home.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password + "\n");
        String data = home.resolve("data").toString();
        programs.run(
                "initdb",
                "",
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order of text on every system, and case known for every letter.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        // A server of its own process, without a port, so that nobody can be first to connect.
        programs.run(
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

    /** Starts the server on the loopback port and comes back when it answers, recovered from any crash. */
    void start(int port, Map<String, String> settings) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off"));
        settings.forEach((name, value) -> options.add(name + "=" + value));
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LONGEST_LOG) {
            Files.move(folder.log(), folder.path().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        // pg_ctl puts the server in a session of its own, where the terminal's Ctrl-C does not reach it.
        programs.run(
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
     * Stops the server and whatever else still runs in the folder, which Solecast holds for itself alone. Does nothing
     * where nothing runs.
     */
    void stop() throws IOException {
        if (isRunning()) {
            try {
                programs.run(
                        "pg_ctl", "", List.of("stop", "--silent", "--mode=fast", "--timeout=50", "--pgdata=" + data));
            } catch (IOException e) {
                // It does not listen any more. Killing it loses nothing that was acknowledged.
            }
        }
        programs.killAll();
        // A process that still bears the number noted here is a stranger, whom PostgreSQL would take for itself.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    boolean isRunning() throws IOException {
        Path noted = data.resolve("postmaster.pid");
        return Files.exists(noted)
                && postmaster(noted).filter(programs::areRunBy).isPresent();
    }

    private static Optional<ProcessHandle> postmaster(Path noted) throws IOException {
        try (Stream<String> lines = Files.lines(noted)) {
            return lines.findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
        }
    }
}
