package dev.solecast.http.request;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** The body of a request, read up to a number of bytes; failures to read it become problems for its sender. */
final class LimitedInputStream extends FilterInputStream {

    private final long largest;
    private long read;
    private boolean tooSlow;

    LimitedInputStream(InputStream body, long largest) {
        super(body);
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count;
        try {
            count = super.read(into, from, length);
        } catch (InterruptedIOException e) {
            tooSlow = true;
            throw Problem.of(
                    ProblemCode.BODY_TOO_SLOW,
                    "The body was still not there when the request's time was up. Send it faster.");
        } catch (IOException e) {
            throw Problem.of(
                    ProblemCode.MALFORMED_REQUEST, "The body ended before it was whole. Send the request again.");
        }
        read += Math.max(0, count);
        if (read > largest) {
            throw BodyLimitFilter.tooLarge(largest);
        }
        return count;
    }

    /** Closes the body unless it was too slow, because closing would first read the rest. */
    @Override
    public void close() throws IOException {
        if (!tooSlow) {
            super.close();
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return super.skip(0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
