package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Enumeration;
import java.util.Iterator;

/** Sends files to a service in another process. */
final class ImportClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String key;

    ImportClient(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    HttpResponse<String> send(ManyLines file, String query) throws IOException, InterruptedException {
        return client.send(
                request("/v1/imports" + query)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofInputStream(() -> stream(file.bytes())))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        return client.send(
                request(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(request(address).build(), BodyHandlers.ofString());
    }

    JsonNode json(String address) throws IOException, InterruptedException {
        return JSON.readTree(get(address).body());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(service.resolve(address)).header("X-API-Key", key);
    }

    private static InputStream stream(Iterator<byte[]> lines) {
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return lines.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(lines.next());
            }
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
