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

/** A program that runs beside the benchmark and is killed with it at the latest. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Process process;
    private final Path file;

    private ChildProcess(Process process, Path file) {
        this.process = process;
        this.file = file;
    }

    static ChildProcess start(List<String> command, Map<String, String> environment, Path file) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("SOLECAST_"));
        builder.environment().putAll(environment);
        try {
            var child = new ChildProcess(builder.start(), file);
            Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroyForcibly));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end and returns its output; another exit code than 0 is an error. */
    static String run(List<String> command, Map<String, String> environment, Duration timeout) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.onExit().orTimeout(timeout.toSeconds(), TimeUnit.SECONDS).exceptionally(expired -> {
                process.destroyForcibly();
                return process;
            });
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until its output contains this text. */
    void await(String text) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!output().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Not \"" + text + "\", but:\n" + output());
            }
            Sleeper.millis(20);
        }
    }

    /** Everything that it has printed. */
    public String output() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its resident memory in mebibytes. */
    public long megabytes() {
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
