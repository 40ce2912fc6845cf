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
 * A long answer, written piece by piece and compressed as it is written: neither what it tells of nor its text is ever in
 * memory as a whole. It is complete before its first byte is sent, so that its {@code ETag} can be made of its bytes, and
 * no transaction waits for a slow reader.
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

    /** What writes the answer. */
    @FunctionalInterface
    public interface Writing {

        /** Writes all of it; what it is written to need not be closed. */
        void to(OutputStream out) throws IOException;
    }

    /** Takes in all that is written. */
    public static PrecompressedBody of(Writing writing) {
        var packed = new ByteArrayOutputStream();
        var digest = EntityTag.digest();
        try {
            long length;
            try (var counting = new Counting(new DigestOutputStream(new GZIPOutputStream(packed, 8_192), digest))) {
                writing.to(counting);
                length = counting.count;
            }
            return new PrecompressedBody(packed.toByteArray(), length, EntityTag.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the bytes as they were written. */
    public EntityTag tag() {
        return tag;
    }

    /** Bytes as they were written. */
    public long length() {
        return length;
    }

    /** As they are sent to those who accept gzip. */
    public byte[] gzip() {
        return gzip.clone();
    }

    /** Writes it out as it was written, a buffer at a time. */
    public void unpack(OutputStream out) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip), 8_192)) {
            unpacked.transferTo(out);
        }
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long count;

        Counting(OutputStream out) {
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
