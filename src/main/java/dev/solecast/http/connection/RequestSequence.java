package dev.solecast.http.connection;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of an HTTP/1 connection begin one after the other: the next one begins when the client has taken the
 * response to the last one, and meanwhile nothing more is read. Refuses requests that cannot begin at all.
 */
final class RequestSequence extends ChannelDuplexHandler {

    /** Requests sent ahead of the response; those beyond are not answered, and the connection is closed (RFC 9112, 9.3.2). */
    static final int MAX_AHEAD = 32;

    /** In bytes. */
    private static final int MAX_BODY_AHEAD = 256 * 1024;

    private static final int FIRST_FINAL_STATUS = 200;

    private final ConnectionGuard guard;
    private final EarlyRefusal refusal;
    private final Queue<Object> ahead = new ArrayDeque<>();
    private int requestsAhead;
    private long bytesAhead;
    private boolean tooManyAhead;
    private volatile boolean answering;
    private boolean responseBegun;
    private boolean bodyAwaited;
    private boolean refused;

    RequestSequence(ConnectionGuard guard, EarlyRefusal refusal) {
        this.guard = guard;
        this.refusal = refusal;
    }

    /** Whether the next byte begins a request. As seen a moment ago if this is another thread than the connection's. */
    boolean isIdle() {
        return !answering && !bodyAwaited && ahead.isEmpty();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpObject)) {
            context.fireChannelRead(message); // no request
        } else if (refused || tooManyAhead) {
            ReferenceCountUtil.release(message);
        } else if (ahead.isEmpty() && !(message instanceof HttpRequest && (answering || guard.isUnread()))) {
            pass(context, message);
        } else {
            keep(context, message);
        }
    }

    private void keep(ChannelHandlerContext context, Object message) {
        if (ahead.isEmpty() && !answering) {
            guard.afterPending(read -> next(context));
        }
        requestsAhead += message instanceof HttpRequest ? 1 : 0;
        bytesAhead += message instanceof ByteBufHolder body ? body.content().readableBytes() : 0;
        if (requestsAhead > MAX_AHEAD || bytesAhead > MAX_BODY_AHEAD) {
            tooManyAhead = true;
            ReferenceCountUtil.release(message);
        } else {
            ahead.add(message);
        }
        context.channel().config().setAutoRead(false);
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            guard.headArrived();
            answering = true;
            responseBegun = false;
            bodyAwaited = true;
            var fault = RequestHead.findFault(request);
            if (fault != null) {
                refuse(context, request, fault, message);
                return;
            }
            RequestHead.complete(request, context.channel().localAddress());
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()
                && !responseBegun) {
            refuse(context, null, RequestHead.BAD_BODY, message);
            return;
        }
        if (message instanceof LastHttpContent) {
            bodyAwaited = false;
        }
        context.fireChannelRead(message);
    }

    private void refuse(
            ChannelHandlerContext context, @Nullable HttpRequest request, RequestHead.Fault fault, Object message) {
        refused = true;
        context.writeAndFlush(refusal.of(request, fault)).addListener(guard::linger);
        ReferenceCountUtil.release(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        boolean informational =
                message instanceof HttpResponse response && response.status().code() < FIRST_FINAL_STATUS;
        responseBegun |= message instanceof HttpResponse && !informational;
        var _ = context.write(message, promise);
        if (message instanceof LastHttpContent && !informational) {
            answering = false;
            if (!ahead.isEmpty()) {
                guard.afterPending(read -> next(context));
            } else if (tooManyAhead) {
                guard.afterPending(guard::linger);
            }
        }
    }

    /** Begins the next request, in a task of its own, because this is called while bytes are written. */
    private void next(ChannelHandlerContext context) {
        context.executor().execute(() -> begin(context));
    }

    private void begin(ChannelHandlerContext context) {
        if (answering || ahead.isEmpty() || !context.channel().isActive()) {
            return;
        }
        do {
            var message = ahead.remove();
            requestsAhead -= message instanceof HttpRequest ? 1 : 0;
            bytesAhead -= message instanceof ByteBufHolder body ? body.content().readableBytes() : 0;
            pass(context, message);
        } while (!ahead.isEmpty() && !(ahead.peek() instanceof HttpRequest));
        context.fireChannelReadComplete();
        if (ahead.isEmpty() && !tooManyAhead) {
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        context.fireChannelInactive();
    }
}
