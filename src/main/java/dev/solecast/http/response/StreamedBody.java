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
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * An answer of any length, sent while it is read, so that it is never in memory as a whole. Its {@code ETag} is made of
 * what its bytes follow from, for they are not known when it begins. One that cannot be finished is broken off: no reader
 * takes it for whole.
 */
public final class StreamedBody implements MustRevalidate {

    private static final Logger LOG = Logger.getLogger(StreamedBody.class);
    private static final int BUFFER = 16_384;

    private final HttpServerRequest request;
    private final EntityTag tag;
    private final Duration longest;
    private final Writing writing;

    /**
     * What can be sent.
     *
     * @param origin what the bytes follow from: wherever it is the same, they are
     * @param longest after which it is broken off, however slowly its reader takes it
     */
    public StreamedBody(HttpServerRequest request, String origin, Duration longest, Writing writing) {
        this.request = request;
        this.tag = tag(origin);
        this.longest = longest;
        this.writing = writing;
    }

    /** What writes the answer. */
    @FunctionalInterface
    public interface Writing {

        /** Begins, and writes all of it. Whatever it throws before any of it is sent is answered as a problem. */
        void to(Beginning beginning) throws IOException;
    }

    /** To be called once. */
    @FunctionalInterface
    public interface Beginning {

        /**
         * Begins the answer.
         *
         * @param origin what the bytes follow from after all: that may have moved since they were asked for
         * @param headers what that changes
         * @return need not be closed
         */
        OutputStream begin(String origin, Map<String, String> headers) throws IOException;
    }

    public EntityTag tag() {
        return tag;
    }

    private static EntityTag tag(String origin) {
        return EntityTag.of(origin.getBytes(StandardCharsets.UTF_8));
    }

    public void send(OutputStream out, MultivaluedMap<String, Object> told, boolean gzip) throws IOException {
        var sent = new CompletableFuture<Void>();
        var _ = sent.orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS).whenComplete((done, late) -> {
            if (late != null) {
                AbortedResponse.answer(request);
            }
        });
        try {
            var packed = new Object() {
                OutputStream out = OutputStream.nullOutputStream();
            };
            writing.to((origin, headers) -> {
                var tagged = tag(origin);
                told.putSingle(HttpHeaders.ETAG, (gzip ? tagged.encoded("gzip") : tagged).toString());
                headers.forEach(told::putSingle);
                var watched = new Watched(out, request.response());
                packed.out = gzip ? new GZIPOutputStream(watched, BUFFER) : watched;
                return packed.out;
            });
            packed.out.flush(); // in chunks, however short it is
            if (packed.out instanceof GZIPOutputStream whole) {
                whole.finish();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } finally {
            sent.complete(null);
        }
    }

    private void fail(Exception e) throws IOException {
        if (request.response().headWritten()) {
            LOG.infof("An answer was broken off: %s", e);
            AbortedResponse.answer(request);
            throw new AbortedResponse();
        }
        switch (e) {
            case IOException io -> throw io;
            case UncheckedIOException io -> throw io.getCause();
            case RuntimeException other -> throw other;
            default -> throw new IllegalStateException(e);
        }
    }

    /** Notices that nobody reads any more: the framework takes whatever is written to a closed connection. */
    private static final class Watched extends FilterOutputStream {

        private final HttpServerResponse response;

        Watched(OutputStream out, HttpServerResponse response) {
            super(out);
            this.response = response;
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
            out.write(bytes, from, length);
        }
    }
}
