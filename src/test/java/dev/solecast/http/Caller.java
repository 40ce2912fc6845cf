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

/** Sends exactly what it is told, with no header or decoding of its own. */
public final class Caller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Caller() {}

    /**
     * @param headers names and values in turn
     */
    public static HttpResponse<byte[]> call(String method, String address, String... headers)
            throws IOException, InterruptedException {
        return send(method, address, "", headers);
    }

    /**
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

    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** An answer of another kind, such as a calendar, as a text. */
    public static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        var type = header(answer, "Content-Type");
        return type.contains("json") && !type.contains("ndjson")
                ? JSON.readTree(answer.body())
                : TextNode.valueOf(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
