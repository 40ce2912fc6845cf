package dev.solecast.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processes of the embedded PostgreSQL. */
record DatabaseProcess(ProcessHandle postmaster) {

    /** Finds them by the data folder. */
    static DatabaseProcess in(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            var pidFile = files.filter(file -> file.endsWith("postmaster.pid")).findFirst();
            var pid = Long.parseLong(Files.readAllLines(pidFile.orElseThrow()).getFirst());
            return new DatabaseProcess(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time of those that run and of those that have ended. */
    Duration cpu() {
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(ended(), Duration::plus);
    }

    /** The processor time of ended children: cutime and cstime in proc_pid_stat(5), in hundredths of a second. */
    private Duration ended() {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(postmaster.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
