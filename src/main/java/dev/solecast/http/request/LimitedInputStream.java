package dev.solecast.http.request;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The body of a request, read up to a number of bytes; failures to read it become problems for its sender. */
final class LimitedInputStream extends FilterInputStream {

    /** In nanoseconds: a client from which nothing has come for so long is slow. */
    private static final long LONGEST_PAUSE = 500_000_000;
    /** In bytes a second: a client that sends at least so many is not slow. */
    private static final long SLOWEST_CLIENT = 50_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long largest;
    private final BooleanSupplier arrived;
    private final LongSupplier clock;
    private final long startedAt;
    private long lastAt;
    private long read;
    private boolean tooSlow;

    /**
     * Creates a stream that reads at most so many bytes.
     *
     * @param arrived whether all of the body has reached this service
     * @param clock the time in nanoseconds
     */
    LimitedInputStream(InputStream body, long largest, BooleanSupplier arrived, LongSupplier clock) {
        super(body);
        this.largest = largest;
        this.arrived = arrived;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
        this.lastAt = startedAt;
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
            throw isClientSlow()
                    ? Problem.of(
                            ProblemCode.BODY_TOO_SLOW,
                            "The body was still not there when the request's time was up. Send it faster.")
                    : Problem.of(
                            ProblemCode.UNAVAILABLE,
                            "The service is busy and has not read the body in time. Nothing was stored. Try again in 2"
                                    + " seconds.");
        } catch (IOException e) {
            throw Problem.of(
                    ProblemCode.MALFORMED_REQUEST, "The body ended before it was whole. Send the request again.");
        }
        read += Math.max(0, count);
        lastAt = clock.getAsLong();
        if (read > largest) {
            throw BodyLimitFilter.tooLarge(largest);
        }
        return count;
    }

    private boolean isClientSlow() {
        long now = clock.getAsLong();
        double seconds = Math.max(1, now - startedAt) / NANOS_PER_SECOND;
        return !arrived.getAsBoolean() && (now - lastAt > LONGEST_PAUSE || read / seconds < SLOWEST_CLIENT);
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
