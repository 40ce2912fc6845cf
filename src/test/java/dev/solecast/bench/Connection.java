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

/** Carries one request at a time, and reads of its answer no more than where it ends. */
final class Connection {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final SocketChannel channel;
    private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 17);
    private int number;
    private int status;
    private long bodyLeft;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Told to the selector when something of an answer is there. */
    static Connection open(URI address, Selector selector) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** A request is so short that the socket takes it at once. */
    void send(byte[] request, int itsNumber) throws IOException {
        number = itsNumber;
        status = 0;
        if (channel.write(ByteBuffer.wrap(request)) < request.length) {
            throw new IOException("The socket does not take a whole request");
        }
    }

    /** Reads what is there, and says whether that was the end of the answer. */
    boolean isAnswered() throws IOException {
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
                understand(new String(head, StandardCharsets.ISO_8859_1));
                return;
            }
        }
    }

    private void understand(String head) {
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

    int number() {
        return number;
    }

    int status() {
        return status;
    }
}
