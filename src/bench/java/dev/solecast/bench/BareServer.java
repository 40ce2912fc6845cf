package dev.solecast.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A limit: bare Vert.x, which sends the responses of the service to the same requests from memory. */
final class BareServer extends AbstractVerticle {

    private static final Set<String> WRITTEN_BY_VERTX = Set.of("content-length", "transfer-encoding", "connection");

    private record StoredResponse(MultiMap headers, String tag, Buffer body) {}

    private final Map<String, StoredResponse> responses;
    private final int port;

    private BareServer(Map<String, StoredResponse> responses, int port) {
        this.responses = responses;
        this.port = port;
    }

    /** Starts it; the arguments are the port, the address of the service, and a file with the paths to be requested. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        URI service = URI.create(arguments[1]);
        var responses = new HashMap<String, StoredResponse>();
        // Not HTTP/2, whose pseudo-header :status cannot be sent.
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (String path : Files.readAllLines(Path.of(arguments[2]))) {
                var answer = client.send(
                        HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofByteArray());
                var headers = MultiMap.caseInsensitiveMultiMap();
                answer.headers().map().forEach((name, values) -> {
                    if (!WRITTEN_BY_VERTX.contains(name.toLowerCase(Locale.ROOT))) {
                        headers.add(name, values);
                    }
                });
                responses.put(
                        path,
                        new StoredResponse(
                                headers, answer.headers().firstValue("etag").orElse(""), Buffer.buffer(answer.body())));
            }
        }
        Vertx.vertx()
                .deployVerticle(
                        () -> new BareServer(responses, port),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .onSuccess(id -> System.out.println("The bare server is ready."))
                .onFailure(Throwable::printStackTrace);
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        StoredResponse answer = responses.get(request.uri());
        var response = request.response();
        if (answer == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.headers().setAll(answer.headers);
        if (answer.tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.end(answer.body);
        }
    }
}
