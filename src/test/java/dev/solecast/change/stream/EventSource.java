package dev.solecast.change.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as a browser does, except that a test decides when to connect and disconnect. */
public final class EventSource implements AutoCloseable {

    /**
     * An event.
     *
     * @param id the last id received, with this event or before it
     * @param nanos when it was received, in System.nanoTime()
     */
    public record Event(String id, String type, String data, long nanos) {}

    private final Socket socket;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<String> comments = Collections.synchronizedList(new ArrayList<>());
    private final String status;
    private final Thread reader;
    private volatile String lastId;

    /**
     * Connects.
     *
     * @param lastId the last id of an earlier connection; null if there was none
     */
    public EventSource(URI address, String lastId) throws IOException {
        this.lastId = lastId;
        socket = new Socket(address.getHost(), address.getPort());
        var target = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        // HTTP/1.0 has no chunks, so that the body is the stream itself.
        var request = "GET " + target + " HTTP/1.0\r\nHost: " + address.getAuthority()
                + "\r\nAccept: text/event-stream\r\n" + (lastId == null ? "" : "Last-Event-ID: " + lastId + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        status = lines.readLine();
        for (var header = lines.readLine(); header != null && !header.isEmpty(); ) {
            header = lines.readLine();
        }
        reader = Thread.ofVirtual().start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try (lines) {
            var type = "message";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, type, data.toString(), System.nanoTime()));
                    }
                    type = "message";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException e) {
            // disconnected by the test or by the service: the events read so far stay
        }
    }

    /** The status line of the response. */
    public String status() {
        return status;
    }

    /** The last id received; null if there was none. */
    public String lastId() {
        return lastId;
    }

    /** The number of comments received so far. */
    public int comments() {
        return comments.size();
    }

    /** The next event; null if none comes within 20 seconds, or the stream is over. */
    public Event next() throws InterruptedException {
        return next(20_000);
    }

    /** The next event; null if none comes within the time in milliseconds. */
    public Event next(long milliseconds) throws InterruptedException {
        return events.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The next event that is a change; null if none comes within 20 seconds. */
    public Event nextChange() throws InterruptedException {
        var event = next();
        while (event != null && event.type().equals("reached")) {
            event = next();
        }
        return event;
    }

    /** Whether the stream has ended, or the connection was lost, and all events were taken. */
    public boolean isOver() {
        return !reader.isAlive() && events.isEmpty();
    }

    /** Whether the stream has ended, or the connection was lost. */
    boolean isEnded() {
        return !reader.isAlive();
    }

    /** Resets the connection without ending it properly. */
    @Override
    public void close() throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
