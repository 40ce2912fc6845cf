package dev.solecast.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked into the data folder. */
final class Programs {

    static final String VERSION = "18.6.0";

    private final Path home;
    private final List<String> launcher;

    private Programs(Path home, List<String> launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    static Programs in(DataFolder folder) throws IOException {
        Platform platform = Platform.current();
        List<String> launcher = launcher();
        return new Programs(folder.part("postgresql-" + VERSION, part -> unpack(platform, part)), launcher);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
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

    private static void unpack(Platform platform, Path home) throws IOException {
        try (InputStream archive = platform.open();
                var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = home.resolve(entry.getName()).normalize();
                if (!path.startsWith(home)) {
                    throw new IOException("The archive would write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    write(tar, path);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    /** Forced to the disk: a program cut short by a power failure would never be unpacked again. */
    private static void write(InputStream content, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(false);
        }
    }

    /** Whether a process runs one of these programs, or of an earlier version of them in the same data folder. */
    boolean areRunBy(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        Path.of(command).startsWith(home.resolveSibling(".").normalize()))
                .isPresent();
    }

    /** Kills every process that runs one of them, and comes back when all have ended. */
    void killAll() throws IOException {
        for (var running = running(); !running.isEmpty(); running = running()) {
            running.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::areRunBy).toList();
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while ending PostgreSQL");
        }
    }

    /** Runs a program to its end. What it says on failing becomes the exception's message. */
    void run(String program, String input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        execute(command, input);
    }

    private static void execute(List<String> command, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // None of our secrets and none of PostgreSQL's own variables; and macOS threads a server without a locale.
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
