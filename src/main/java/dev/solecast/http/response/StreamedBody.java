package dev.solecast.http.response;

import dev.solecast.http.problem.AbortedResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * A response of any length, sent while its data is read, so that it is never in memory as a whole. Its {@code ETag} is
 * derived from the inputs that determine its bytes, because the bytes are not known when the response starts. A
 * response that cannot be finished is aborted, so that no reader takes it for complete; so is one whose reader is slower
 * than {@link ReadingFloor}.
 */
public final class StreamedBody {

    private static final Logger LOG = Logger.getLogger(StreamedBody.class);
    private static final int BUFFER = 16_384;

    private final HttpServerRequest request;
    private final EntityTag tag;
    private final Duration longest;
    private final BodyWriter writing;

    /**
     * Creates a response that has not started.
     *
     * @param origin the inputs that determine the bytes: equal inputs give equal bytes
     * @param longest the time after which the response is aborted, even if only its reader is slow
     */
    public StreamedBody(HttpServerRequest request, String origin, Duration longest, BodyWriter writing) {
        this.request = request;
        this.tag = tag(origin);
        this.longest = longest;
        this.writing = writing;
    }

    /** Writes the response. */
    @FunctionalInterface
    public interface BodyWriter {

        /**
         * Begins the response and writes all of it. An exception before the first byte is sent is answered as a
         * problem.
         */
        void writeTo(BodyStart beginning) throws IOException;
    }

    /** Begins the response; must be called exactly once. */
    @FunctionalInterface
    public interface BodyStart {

        /**
         * Sets the headers and opens the body.
         *
         * @param origin the inputs that finally determine the bytes, which may have changed since the request
         * @param headers the headers that depend on them
         * @return the stream for the body, which need not be closed
         */
        OutputStream begin(String origin, Map<String, String> headers) throws IOException;
    }

    public EntityTag tag() {
        return tag;
    }

    private static EntityTag tag(String origin) {
        return EntityTag.of(origin.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the response to this stream, compressed on request, and adds its headers before the first byte.
     *
     * @param written is told of all bytes before compression, as they are written
     */
    public void send(
            OutputStream out, MultivaluedMap<String, Object> responseHeaders, boolean gzip, LongConsumer written)
            throws IOException {
        var sent = new CompletableFuture<Void>();
        var _ = sent.orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS).whenComplete((done, late) -> {
            if (late != null) {
                AbortedResponse.abort(request);
            }
        });
        var floor = new ReadingFloor();
        floor.watch(() -> AbortedResponse.abort(request));
        try {
            var body = new Object() {
                OutputStream out = OutputStream.nullOutputStream();
            };
            writing.writeTo((origin, headers) -> {
                var tagged = tag(origin).inLanguage(responseHeaders.getFirst(HttpHeaders.CONTENT_LANGUAGE));
                responseHeaders.putSingle(HttpHeaders.ETAG, (gzip ? tagged.inEncoding("gzip") : tagged).toString());
                headers.forEach(responseHeaders::putSingle);
                var connected = new ConnectedStream(out, request.response(), floor);
                body.out = gzip ? new FastGzip(connected) : connected;
                return new CountedStream(body.out, written);
            });
            body.out.flush(); // sent in chunks, however short it is
            if (body.out instanceof GZIPOutputStream compressed) {
                compressed.finish();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } finally {
            floor.end();
            sent.complete(null);
        }
    }

    private void fail(Exception e) throws IOException {
        if (request.response().headWritten()) {
            LOG.infof("An answer was broken off: %s", e);
            AbortedResponse.abort(request);
            throw new AbortedResponse();
        }
        switch (e) {
            case IOException io -> throw io;
            case UncheckedIOException io -> throw io.getCause();
            case RuntimeException other -> throw other;
            default -> throw new IllegalStateException(e);
        }
    }

    /** Tells of each write. */
    private static final class CountedStream extends FilterOutputStream {

        private final LongConsumer written;

        CountedStream(OutputStream out, LongConsumer written) {
            super(out);
            this.written = written;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written.accept(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written.accept(length);
        }
    }

    /** Compresses in a third of the usual time, to a little more: a long answer is made for one reader. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Fails once the connection is closed: the framework silently accepts writes to it. */
    private static final class ConnectedStream extends FilterOutputStream {

        private final HttpServerResponse response;
        private final ReadingFloor floor;

        ConnectedStream(OutputStream out, HttpServerResponse response, ReadingFloor floor) {
            super(out);
            this.response = response;
            this.floor = floor;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (response.closed()) {
                throw new IOException("Its reader has gone, or was too slow");
            }
            floor.beginWrite(System.nanoTime());
            out.write(bytes, from, length);
            floor.endWrite(System.nanoTime(), length);
        }

        @Override
        public void flush() throws IOException {
            floor.beginWrite(System.nanoTime());
            out.flush();
            floor.endWrite(System.nanoTime(), 0);
        }
    }
}
