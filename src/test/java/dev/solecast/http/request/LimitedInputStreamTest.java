package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.solecast.http.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedInputStreamTest {

    private static final int CHUNK = 8_192;

    private long now;

    @ParameterizedTest(name = "{0} chunks every {1} ms, then {2} ms nothing; arrived: {3}")
    @CsvSource({
        "0, 0, 2250, false, body-too-slow",
        "1, 10, 2000, false, body-too-slow",
        "5, 400, 100, false, body-too-slow",
        "100, 20, 100, false, unavailable",
        "100, 20, 2000, true, unavailable",
        "0, 0, 2250, true, unavailable",
    })
    void timeThatIsUpIsBlamedOnWhoeverWasSlow(int chunks, long interval, long pause, boolean arrived, String code)
            throws IOException {
        var body = new InputStream() {

            private int left = chunks;

            @Override
            public int read() {
                throw new AssertionError();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                now += Duration.ofMillis(left > 0 ? interval : pause).toNanos();
                if (left-- > 0) {
                    return CHUNK;
                }
                throw new InterruptedIOException();
            }
        };
        try (var limited = new LimitedInputStream(body, Long.MAX_VALUE, () -> arrived, () -> now)) {
            var problem = catchThrowableOfType(Problem.class, limited::readAllBytes);
            assertThat(problem.view().code()).isEqualTo(code);
        }
    }
}
