package dev.solecast.http.response;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A long response body, compressed while it is written, so that neither its data nor its text is ever in memory as a
 * whole. It is complete before its first byte is sent, so that its {@code ETag} can be derived from its bytes, and no
 * transaction waits for a slow reader.
 */
public final class PrecompressedBody {

    private final byte[] gzip;
    private final long length;
    private final EntityTag tag;

    private PrecompressedBody(byte[] gzip, long length, EntityTag tag) {
        this.gzip = gzip;
        this.length = length;
        this.tag = tag;
    }

    /** Writes the body. */
    @FunctionalInterface
    public interface BodyWriter {

        /** Writes the whole body; need not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Compresses everything that is written. */
    public static PrecompressedBody of(BodyWriter writing) {
        var compressed = new ByteArrayOutputStream();
        var digest = EntityTag.digest();
        try {
            long length;
            try (var counting =
                    new CountingStream(new DigestOutputStream(new GZIPOutputStream(compressed, 8_192), digest))) {
                writing.writeTo(counting);
                length = counting.count;
            }
            return new PrecompressedBody(compressed.toByteArray(), length, EntityTag.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tag of the uncompressed bytes. */
    public EntityTag tag() {
        return tag;
    }

    /** The number of uncompressed bytes. */
    public long length() {
        return length;
    }

    /** A copy of the compressed bytes. */
    public byte[] gzip() {
        return gzip.clone();
    }

    /** Writes the uncompressed bytes, a buffer at a time. */
    public void writeUncompressed(OutputStream out) throws IOException {
        try (var uncompressed = new GZIPInputStream(new ByteArrayInputStream(gzip), 8_192)) {
            uncompressed.transferTo(out);
        }
    }

    private static final class CountingStream extends OutputStream {

        private final OutputStream out;
        private long count;

        CountingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
