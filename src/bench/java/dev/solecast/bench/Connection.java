package dev.solecast.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A connection for one request at a time, which reads each response to its end and no further. */
final class Connection {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final SocketChannel channel;
    private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 17);
    private int index;
    private int status;
    private long bodyLeft;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Opens a connection that the selector selects when a part of a response has arrived. */
    static Connection open(URI address, Selector selector) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** Sends a request, which is so short that the socket accepts it at once. */
    void send(byte[] request, int newIndex) throws IOException {
        index = newIndex;
        status = 0;
        if (channel.write(ByteBuffer.wrap(request)) < request.length) {
            throw new IOException("The socket does not take a whole request");
        }
    }

    /** Reads the available bytes; returns whether the response is complete. */
    boolean isComplete() throws IOException {
        if (channel.read(read) < 0) {
            throw new EOFException("The service ended a connection");
        }
        read.flip();
        if (status == 0) {
            readHead();
        }
        if (status == 0) {
            read.compact();
            return false;
        }
        bodyLeft -= read.remaining();
        read.clear();
        return bodyLeft == 0;
    }

    private void readHead() {
        for (int i = 3; i < read.limit(); i++) {
            if (read.get(i) == '\n' && read.get(i - 2) == '\n') {
                byte[] head = new byte[i + 1];
                read.get(head);
                parseHead(new String(head, StandardCharsets.ISO_8859_1));
                return;
            }
        }
    }

    private void parseHead(String head) {
        status = Integer.parseInt(head, 9, 12, 10);
        var length = LENGTH.matcher(head);
        if (length.find()) {
            bodyLeft = status == 304 ? 0 : Long.parseLong(length.group(1));
        } else if (status == 304 || status == 204) {
            bodyLeft = 0;
        } else {
            throw new IllegalStateException("An answer of unknown length:\n" + head);
        }
    }

    int index() {
        return index;
    }

    int status() {
        return status;
    }
}
