package dev.solecast.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Sends requests exactly as given, and returns responses undecoded. */
public final class HttpCaller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpCaller() {}

    /**
     * Sends a request without a body.
     *
     * @param headers names and values in turn
     */
    public static HttpResponse<byte[]> call(String method, String address, String... headers)
            throws IOException, InterruptedException {
        return send(method, address, "", headers);
    }

    /**
     * Sends a request.
     *
     * @param body sent if it is not empty
     * @param headers names and values in turn
     */
    public static HttpResponse<byte[]> send(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        return sendBytes(method, address, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static HttpResponse<byte[]> sendBytes(String method, String address, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .method(method, publisher);
        return CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    public static HttpResponse<byte[]> get(String address, String... headers) throws IOException, InterruptedException {
        return call("GET", address, headers);
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body as JSON; a body of another type, such as a calendar, as one JSON text. */
    public static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        var type = header(response, "Content-Type");
        return type.contains("json") && !type.contains("ndjson")
                ? JSON.readTree(response.body())
                : TextNode.valueOf(new String(response.body(), StandardCharsets.UTF_8));
    }
}
