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

/** A partner's server on this machine, which notes what it is told and answers as the test wants. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request as it came in. */
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

        long place() {
            return json().path("data").path("place").asLong();
        }
    }

    /** What to answer; the name and value of one header, or none. */
    record Answer(int status, String... header) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Answer> answers = request -> new Answer(204);

    Receiver() throws IOException {
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
                var answer = answers.apply(request);
                if (answer.header().length == 2) {
                    exchange.getResponseHeaders().add(answer.header()[0], answer.header()[1]);
                }
                exchange.sendResponseHeaders(answer.status(), -1);
            }
        });
        server.start();
    }

    /** From now on. */
    Receiver answering(Function<Received, Answer> with) {
        answers = with;
        return this;
    }

    Receiver answering(int status) {
        return answering(request -> new Answer(status));
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

    /** Waits until it has been told so often. */
    List<Received> await(int count) throws InterruptedException {
        for (var tries = 0; received.size() < count; tries++) {
            if (tries > 600) {
                throw new AssertionError("told " + received.size() + " times, not " + count + ": " + received);
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
