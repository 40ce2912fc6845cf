package dev.solecast.http.connection;

import dev.solecast.http.ClientNetwork;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a connection, which sees all of its bytes: it measures what waits for the reader, and closes the
 * connection if the head of a request does not arrive, or if the reader is too slow.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /** In bytes: what is more is noted before it is written. */
    private static final int LARGE = 32 * 1024;

    /** The seconds that a client has to read its last response before the connection is closed. */
    private static final int MAX_LINGER = 2;

    private final Channel channel;
    private final Connections connections;
    private final String network;
    private volatile @Nullable RequestSequence sequence;
    private volatile @Nullable StreamedAnswers streams;

    /** The bytes that {@link Connections} has on its books for this connection; guarded by its lock. */
    private volatile long noted;

    /** The look of {@link Connections} at which an incomplete head began to arrive; 0 if none is awaited. */
    private volatile long headSince;

    private long written;
    private long takenAtLastLook;
    private long takenAtWindow;
    private long windowSince;
    private @Nullable Object regionAtWindow;
    private boolean admitted;
    private boolean lingering;

    ConnectionGuard(Channel channel, Connections connections) {
        this.channel = channel;
        this.connections = connections;
        this.headSince = connections.looks();
        this.network = channel.remoteAddress() instanceof InetSocketAddress address
                ? ClientNetwork.of(SocketAddress.inetSocketAddress(address)).prefix()
                : "local";
    }

    String network() {
        return network;
    }

    long noted() {
        return noted;
    }

    void setNoted(long bytes) {
        noted = bytes;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        admitted = connections.admit(this);
        if (admitted) {
            // Not by channelInactive, which a handler that something has removed would not see.
            channel.closeFuture().addListener(closed -> connections.remove(this));
            active.fireChannelActive();
        } else {
            active.writeAndFlush(connections.refusal().ofConnection())
                    .addListener(connections.mayLinger(channel) ? this::linger : ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (!admitted || lingering || !(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (headSince == 0 && sequence != null && sequence.isIdle()) {
            headSince = connections.looks();
        }
        // Vert.x configures the handlers of a version of HTTP once it knows which one a client speaks, so the first
        // bytes are passed on one by one until it does.
        while (!isConfigured() && bytes.isReadable()) {
            reading.fireChannelRead(bytes.readRetainedSlice(1));
        }
        if (bytes.isReadable()) {
            reading.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }

    private boolean isConfigured() {
        if (sequence == null && streams == null) {
            var pipeline = channel.pipeline();
            if (pipeline.get("httpEncoder") != null) {
                sequence = new RequestSequence(this, connections.refusal());
                pipeline.addAfter("httpEncoder", "requestSequence", sequence);
            } else if (!isHttp2()) {
                return isTls() || pipeline.get("handshaker") != null;
            }
        }
        return true;
    }

    /** Whether the connection speaks HTTP/2. */
    private boolean isHttp2() {
        if (streams == null && channel.pipeline().get("handler") instanceof Http2ConnectionHandler http2) {
            headSince = 0;
            streams = new StreamedAnswers(this, http2.connection());
        }
        return streams != null;
    }

    /** Notes that the head of a request is complete. */
    void headArrived() {
        headSince = 0;
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            expect(bytes.readableBytes());
            written += bytes.readableBytes();
        }
        var _ = writing.write(message, promise);
    }

    /** Makes room for a large response before it is copied into the memory from which it is sent. */
    private void expect(int bytes) {
        if (bytes > LARGE) {
            if (noted == 0) {
                startWindow(taken(pending()));
            }
            connections.note(this, noted + bytes, false);
        }
    }

    @Override
    public void flush(ChannelHandlerContext flushing) {
        flushing.flush();
        look();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        look();
        changed.fireChannelWritabilityChanged();
    }

    /** Notes that a response on a stream of HTTP/2 is complete, though it may wait for the client's window. */
    void answerEnded(int streamId, long bytes) {
        channel.eventLoop().execute(() -> {
            var answers = isHttp2() ? streams : null;
            if (answers != null) {
                answers.ended(streamId, bytes);
            }
        });
    }

    /** Whether it waits for its next request, as seen a moment ago if this is another thread than its own. */
    boolean isIdle() {
        if (headSince != 0 || noted != 0) {
            return false;
        }
        var requests = sequence;
        var answers = streams;
        return requests != null ? requests.isIdle() : answers != null && answers.isIdle();
    }

    /** Whether bytes of earlier responses wait for the reader. */
    boolean isUnread() {
        return pending() > 0;
    }

    /** Calls back once everything written so far has been handed to the network. */
    void afterPending(ChannelFutureListener listener) {
        channel.pipeline().context(this).writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(listener);
    }

    /**
     * Ends a connection after its last response: takes what its client still sends, until the client has closed its side
     * or had its time. A connection that is closed while bytes arrive is reset, and a client whose connection is reset may
     * never read the response (RFC 9112, 9.6).
     *
     * @param written the write of that response
     */
    void linger(Future<? super Void> written) {
        if (!written.isSuccess() || isTls() || !(channel instanceof DuplexChannel duplex)) {
            closeNow();
            return;
        }
        lingering = true;
        var _ = duplex.shutdownOutput();
        channel.config().setAutoRead(true);
        var end = channel.eventLoop().schedule(this::closeNow, MAX_LINGER, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> end.cancel(false));
    }

    void closeNow() {
        var _ = channel.close();
    }

    private boolean isTls() {
        return channel.pipeline().get("ssl") != null;
    }

    /** The bytes that wait, including a constant for each buffer. */
    private long pending() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Measures what waits. */
    void look() {
        long pending = pending();
        long unread = pending + (streams == null ? 0 : streams.unread());
        if (unread == 0 && noted == 0) {
            return;
        }
        long taken = taken(pending);
        if (noted == 0) {
            startWindow(taken);
        }
        connections.note(this, unread, taken > takenAtLastLook);
        takenAtLastLook = taken;
    }

    /** The bytes that have been handed to the network. */
    private long taken(long pending) {
        var buffer = channel.unsafe().outboundBuffer();
        return written - pending + (buffer == null ? 0 : buffer.currentProgress());
    }

    private void startWindow(long taken) {
        windowSince = System.nanoTime();
        takenAtWindow = taken;
        regionAtWindow = region();
    }

    /** A file that is being sent; its bytes are not among those written. */
    private @Nullable Object region() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer != null && buffer.current() instanceof FileRegion file ? file.transferred() : null;
    }

    /** Checks this connection on its own thread. */
    void checkLater() {
        channel.eventLoop().execute(this::check);
    }

    private void check() {
        var settings = connections.settings();
        if (headSince != 0
                && connections.looks() - headSince > settings.headTime().toMillis() / Connections.INTERVAL) {
            connections.drop(this, "incomplete request");
            return;
        }
        look();
        if (noted > 0 && System.nanoTime() - windowSince > settings.stallTime().toNanos()) {
            long taken = taken(pending());
            boolean file = region() != null && !region().equals(regionAtWindow);
            if (!file && taken - takenAtWindow < settings.slowestRead().asLongValue()) {
                connections.drop(this, "slow reader");
            } else {
                startWindow(taken);
            }
        }
    }

    /**
     * Closes the connection and forgets what waits, in this process and in the system's buffers. Begins at this handler,
     * because those of Vert.x would first wait until everything has been sent.
     */
    void abort() {
        if (!channel.eventLoop().inEventLoop()) {
            channel.eventLoop().execute(this::abort);
        } else if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            var _ = channel.pipeline().context(this).close();
        }
    }
}
