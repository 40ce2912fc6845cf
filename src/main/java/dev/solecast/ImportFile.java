package dev.solecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The command {@code import FILE [query]}: sends a file of lines to a running service, and shows its progress and its
 * findings. The environment has the key as {@code SOLECAST_KEY}, and may have the address of the service as
 * {@code SOLECAST_URL}, by default http://localhost:8080.
 */
final class ImportFile {

    static final String ARGUMENT = "import";

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);
    /** In characters. */
    private static final int PROGRESS_BAR_WIDTH = 40;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream progress;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param environment of the process
     * @param progress for progress and errors, shown to the person at the terminal
     */
    ImportFile(Map<String, String> environment, PrintStream out, PrintStream progress) {
        this.environment = environment;
        this.out = out;
        this.progress = progress;
    }

    /** Sends the file; returns the exit code, 0 if every line was imported. */
    int send(List<String> arguments) {
        var key = environment.getOrDefault("SOLECAST_KEY", "");
        if (arguments.isEmpty() || arguments.size() > 2 || key.isBlank()) {
            progress.println("Say which file, and in SOLECAST_KEY an editor's key: make import FILE=shoes.ndjson");
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        if (!Files.isReadable(file)) {
            progress.println("There is no file " + file + " that can be read.");
            return 2;
        }
        var query = arguments.size() == 2 && !arguments.get(1).isBlank() ? "?" + arguments.get(1) : "";
        try (var client = HttpClient.newHttpClient()) {
            return report(client, upload(client, file, query, key), key);
        } catch (ConnectException e) {
            progress.println(
                    "Nobody answers at " + server() + ": start the service, or say in SOLECAST_URL where it is.");
            return 2;
        } catch (IOException | UncheckedIOException e) {
            progress.println("The connection was lost: " + e.getMessage()
                    + ". What the service has taken in stays; send" + " the file again.");
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private URI server() {
        return URI.create(environment.getOrDefault("SOLECAST_URL", "http://localhost:8080"));
    }

    private HttpResponse<String> upload(HttpClient client, Path file, String query, String key)
            throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        var plain = name.replaceFirst("\\.gz$", "");
        var request = HttpRequest.newBuilder(server().resolve("/v1/imports" + query))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", plain.endsWith(".csv") ? "text/csv" : "application/x-ndjson");
        if (!plain.equals(name)) {
            request.header("Content-Encoding", "gzip");
        }
        long size = Files.size(file);
        try (var stream = new ProgressStream(Files.newInputStream(file), size)) {
            var body = size == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), size);
            return client.send(request.POST(body).build(), BodyHandlers.ofString());
        }
    }

    private int report(HttpClient client, HttpResponse<String> response, String key)
            throws IOException, InterruptedException {
        progress.println();
        var view = json.readTree(response.body());
        while (view.path("state").asText().equals("running")) {
            Thread.sleep(POLL_INTERVAL);
            var poll = HttpRequest.newBuilder(
                            server().resolve("/v1/imports/" + view.path("id").asText()))
                    .header("Authorization", "Bearer " + key)
                    .build();
            view = json.readTree(client.send(poll, BodyHandlers.ofString()).body());
            progress.print("\r" + view.path("lines").asText() + " lines");
        }
        if (!view.has("state")) {
            progress.println(view.path("detail").asText());
            view.path("errors")
                    .forEach(error -> out.println(error.path("field").asText() + ": "
                            + error.path("detail").asText()));
            return 1;
        }
        view.path("findings").forEach(this::print);
        out.printf(
                "%s lines: %s created, %s updated, %s unchanged, %s refused; %s fields kept.%n",
                text(view, "lines"),
                text(view, "created"),
                text(view, "updated"),
                text(view, "unchanged"),
                text(view, "refused"),
                text(view, "kept"));
        if (view.path("totalFindings").asLong() > view.path("findings").size()) {
            out.println(
                    "All findings: " + server().resolve(view.path("allFindings").asText()));
        }
        return view.path("refused").asLong() == 0 ? 0 : 1;
    }

    /** The value that a field has and the one that a dry run would give it. */
    private static String change(JsonNode change) {
        return change.isObject() ? " " + change.path("old") + " -> " + change.path("new") : "";
    }

    private void print(JsonNode finding) {
        out.println("line " + text(finding, "line") + ", " + text(finding, "kind") + ": "
                + (finding.path("field").isNull() ? "" : text(finding, "field") + ": ") + text(finding, "reason")
                + change(finding.path("change")));
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }

    /** Shows the percentage of the file that has been read. */
    private final class ProgressStream extends FilterInputStream {

        private final long size;
        private long read;
        private long shown = -1;

        private ProgressStream(InputStream file, long size) {
            super(file);
            this.size = Math.max(size, 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(count, 0);
            long percent = 100 * read / size;
            if (percent != shown) {
                shown = percent;
                int full = (int) (PROGRESS_BAR_WIDTH * read / size);
                progress.print(
                        "\r[" + "=".repeat(full) + " ".repeat(PROGRESS_BAR_WIDTH - full) + "] " + percent + " %");
            }
            return count;
        }
    }
}
