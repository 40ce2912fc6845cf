package dev.solecast.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's programs, unpacked into the data folder. */
final class PostgresBinaries {

    static final String VERSION = "18.6.0";

    private final Path home;
    private final List<String> launcher;

    private PostgresBinaries(Path home, List<String> launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    static PostgresBinaries in(DataFolder folder) throws IOException {
        Platform platform = Platform.current();
        List<String> launcher = launcher();
        return new PostgresBinaries(
                folder.subfolder("postgresql-" + VERSION, part -> BinaryArchive.unpack(platform, part)), launcher);
    }

    /** The prefix of all commands: in a user namespace, PostgreSQL does not notice root, as which it refuses to run. */
    private static List<String> launcher() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        try {
            execute(List.of("unshare", "--user", "true"), "");
            return List.of("unshare", "--user");
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and \"unshare --user\", which would hide that, does not work here."
                            + " Start Solecast as another user, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of"
                            + " your own. (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Whether a process runs one of these programs, or of another version of them in the same data folder. */
    boolean isRunBy(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        Path.of(command).startsWith(home.resolveSibling(".").normalize()))
                .isPresent();
    }

    /** Kills every process that runs one of these programs, and returns when all have ended. */
    void killAll() throws IOException {
        for (var running = running(); !running.isEmpty(); running = running()) {
            running.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isRunBy).toList();
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while ending PostgreSQL");
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException with the program's output as its message if it fails
     */
    void run(String program, String input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        execute(command, input);
    }

    private static void execute(List<String> command, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // No secrets of ours and no PG* variables. Without a locale, macOS makes the server multithreaded.
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        output.isEmpty() ? command + " failed with exit code " + process.exitValue() : output);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while running " + command);
        }
    }
}
