package dev.solecast.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the benchmark, and ends with it at the latest. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Child start(List<String> command, Map<String, String> environment, Path output) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("SOLECAST_"));
        builder.environment().putAll(environment);
        try {
            var child = new Child(builder.start(), output);
            Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroyForcibly));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program says until it has ended, as it must with 0. */
    static String run(List<String> command, Map<String, String> environment, Duration patience) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.onExit().orTimeout(patience.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
                process.destroyForcibly();
                return process;
            });
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back when it has said these words. */
    void await(String words) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Not \"" + words + "\", but:\n" + said());
            }
            Pause.millis(20);
        }
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All it has had of the processors. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its resident memory in megabytes of 2^20 bytes. */
    long megabytes() {
        var command = List.of("ps", "-o", "rss=", "-p", Long.toString(process.pid()));
        return Long.parseLong(run(command, Map.of(), Duration.ofSeconds(10)).strip()) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
