package dev.solecast.drill;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection from a chosen address of loopback, each of which is a caller of its own to the service. */
final class HttpConnection implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final Socket socket = new Socket();
    private final InputStream input;
    private String location = "";

    /** @param receiveBuffer in bytes; 0 for the system's */
    HttpConnection(InetSocketAddress service, InetAddress source, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        try {
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(service, CONNECT_TIMEOUT_MILLIS);
            input = new BufferedInputStream(socket.getInputStream(), 16_384);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sets the longest wait for a part of an answer. */
    void timeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Sends a GET request and reads the whole answer; returns its status. */
    int get(String path) throws IOException {
        send(path, "");
        return readAnswer();
    }

    /** Sends a GET request without reading. */
    void send(String path, String headers) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    /** Posts a body and reads the whole answer; returns its status. */
    int post(String path, String headers, byte[] body) throws IOException {
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length
                + "\r\n\r\n");
        socket.getOutputStream().write(body);
        return readAnswer();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads up to so many bytes; fewer than 0 if the service has ended the connection. */
    int read(int bytes) throws IOException {
        return input.read(new byte[bytes]);
    }

    /** Reads the first line of an answer, and returns its status. */
    int readStatus() throws IOException {
        var line = readLine();
        return line.length() < 12 ? Raid.NONE : Integer.parseInt(line, 9, 12, 10);
    }

    /** Reads a whole answer, and returns its status. */
    int readAnswer() throws IOException {
        int status;
        long length;
        boolean chunked;
        boolean last;
        do {
            status = readStatus();
            length = status == 204 || status == 304 ? 0 : -1;
            chunked = false;
            last = false;
            for (var line = readLine(); !line.isEmpty(); line = readLine()) {
                var header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:") && length < 0) {
                    length = Long.parseLong(header.substring(15).strip());
                }
                if (header.startsWith("location:")) {
                    location = line.substring(9).strip();
                }
                chunked |= header.startsWith("transfer-encoding: chunked");
                last |= header.startsWith("connection: close");
            }
        } while (status == 100);
        if (chunked) {
            readChunks();
        } else if (length > 0) {
            input.skipNBytes(length);
        }
        if (last) {
            socket.close();
        }
        return status;
    }

    private void readChunks() throws IOException {
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            input.skipNBytes(size + 2);
        }
        readLine();
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(readLine().strip(), 16);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (var read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new EOFException("The service ended the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** The address in the last answer that had one. */
    String location() {
        return location;
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone anyway.
        }
    }
}
