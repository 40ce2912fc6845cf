package dev.solecast.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Tests webhooks, with one key, whose receiver accepts connections and says nothing. */
record WebhookTests() implements Attack {

    private static final int CONNECTIONS = 64;
    private static final int BACKLOG = 4_096;

    @Override
    public String name() {
        return "webhook tests";
    }

    @Override
    public boolean isAnonymous() {
        return false;
    }

    @Override
    public void start(Raid raid, InetAddress source) {
        var receiver = silentReceiver();
        raid.atEnd(receiver);
        var headers = raid.key("reader") + "Content-Type: application/json\r\n";
        var test = add(raid, source, headers, receiver.getLocalPort()) + "/test";
        for (var each = 0; each < CONNECTIONS; each++) {
            raid.repeat(source, 0, 0, connection -> raid.count(connection.post(test, headers, new byte[0])));
        }
    }

    private static String add(Raid raid, InetAddress source, String headers, int port) {
        var body = "{\"url\": \"http://127.0.0.1:%d/\", \"state\": \"paused\"}".formatted(port);
        try (var connection = raid.connect(source, 0)) {
            var status = connection.post("/v1/webhooks", headers, body.getBytes(StandardCharsets.UTF_8));
            if (status != 201) {
                throw new IllegalStateException("The webhook was answered " + status);
            }
            return URI.create(connection.location()).getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose connections the system accepts and nobody serves. */
    private static ServerSocket silentReceiver() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
