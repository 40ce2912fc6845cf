package dev.solecast.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A partner's server on this machine, which records deliveries and responds as configured. */
final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A delivery as it was received. */
    record Received(String id, String timestamp, String signature, String host, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        String type() {
            return json().path("type").asText();
        }

        long sequence() {
            return json().path("data").path("place").asLong();
        }
    }

    /** A response to a delivery; {@code header} is the name and value of one header, or empty. */
    record Response(int status, String... header) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Response> responses = request -> new Response(204);

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                var request = new Received(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        headers.getFirst("Host"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                received.add(request);
                var response = responses.apply(request);
                if (response.header().length == 2) {
                    exchange.getResponseHeaders().add(response.header()[0], response.header()[1]);
                }
                exchange.sendResponseHeaders(response.status(), -1);
            }
        });
        server.start();
    }

    /** Responds in this way from now on. */
    WebhookReceiver responding(Function<Received, Response> with) {
        responses = with;
        return this;
    }

    WebhookReceiver responding(int status) {
        return responding(request -> new Response(status));
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Received> received() {
        return received;
    }

    /** Waits until it has received this many deliveries. */
    List<Received> await(int count) throws InterruptedException {
        for (var tries = 0; received.size() < count; tries++) {
            if (tries > 600) {
                throw new AssertionError(received.size() + " deliveries, not " + count + ": " + received);
            }
            Thread.sleep(50);
        }
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
