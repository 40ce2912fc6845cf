package dev.solecast.change.stream;

import dev.solecast.change.SyncClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;

/** A connection like a phone's: one response in three is cut off after at most 20,000 bytes. */
public final class UnreliableConnection implements SyncClient.Transport {

    private static final Pattern PLACE = Pattern.compile("(?i)\r\nsolecast-place: (\\d+)");

    private final URI service;
    private final Random random;
    private int cuts;

    public UnreliableConnection(URI service, long seed) {
        this.service = service;
        this.random = new Random(seed);
    }

    @Override
    public SyncClient.Response get(String address) throws IOException {
        var cut = random.nextInt(3) == 0;
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.0\r\nHost: " + service.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var in = socket.getInputStream();
            var answer = cut ? in.readNBytes(random.nextInt(20_000)) : in.readAllBytes();
            if (cut) {
                cuts++;
                socket.setSoLinger(true, 0);
                throw new IOException("The tunnel begins");
            }
            var text = new String(answer, StandardCharsets.UTF_8);
            if (!text.startsWith("HTTP/1.0 200") && !text.startsWith("HTTP/1.1 200")) {
                throw new AssertionError(text);
            }
            var place = PLACE.matcher(text);
            return new SyncClient.Response(
                    text.substring(text.indexOf("\r\n\r\n") + 4), place.find() ? place.group(1) : "");
        }
    }

    /** The number of responses that were cut off. */
    public int cuts() {
        return cuts;
    }
}
