package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class LogRedactionTest {

    private static final String KEY = "solecast_4x7k2m9q_0123456789abcdefghjkmnpqrstvwxyz";

    private final LogRedaction redaction = new LogRedaction();

    private ExtLogRecord logged(String message, Throwable thrown) {
        var line = new ExtLogRecord(Level.SEVERE, message, LogRedactionTest.class.getName());
        line.setThrown(thrown);
        assertThat(redaction.isLoggable(line)).isTrue();
        return line;
    }

    @Test
    void firstExceptionOfAKindHasItsStackTraceAndOthersHaveALine() {
        for (int at = 1; at <= 3; at++) {
            var line = logged("A request failed", failure("once\nor twice"));
            if (at == 1) {
                assertThat(line.getThrown()).isInstanceOf(IllegalStateException.class);
                assertThat(line.getFormattedMessage()).isEqualTo("A request failed");
            } else {
                assertThat(line.getThrown()).isNull();
                assertThat(line.getFormattedMessage())
                        .isEqualTo("A request failed: java.lang.IllegalStateException: once (no. " + at
                                + " of its kind since its stack trace was logged)");
            }
        }
    }

    @Test
    void exceptionsOfOtherPlacesAndClassesHaveTheirOwn() {
        assertThat(logged("x", failure("a")).getThrown()).isNotNull();
        assertThat(logged("x", new IllegalStateException("elsewhere")).getThrown())
                .isNotNull();
        assertThat(logged("x", new IllegalArgumentException("a", failure("a"))).getThrown())
                .isNotNull();
        assertThat(logged("x", failure("b")).getThrown()).isNull();
    }

    @Test
    void stackTraceIsLoggedAgainAfterAMinute() {
        long minute = Duration.ofMinutes(1).toNanos();
        assertThat(redaction.note("kind", 0)).isNull();
        assertThat(redaction.note("kind", minute)).isNotNull();
        assertThat(redaction.note("kind", minute + 1)).isNull();
        assertThat(redaction.note("kind", minute + 2)).contains("no. 2");
    }

    @Test
    void keysAreMaskedInMessagesAndInAllThatAnExceptionSays() {
        var failure = new IllegalStateException("GET /v1/" + KEY, failure("key " + KEY));
        failure.addSuppressed(failure("at " + KEY.replace("_", "%5F")));
        var line = logged("Failed for %s " + KEY, failure);
        var trace = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(trace));
        assertThat(line.getFormattedMessage()).endsWith(" solecast_4x7k2m9q_***");
        assertThat(trace.toString())
                .contains("IllegalStateException: GET /v1/solecast_4x7k2m9q_***", "LogRedactionTest.failure")
                .doesNotContain("0123456789abcdef");
    }

    private static IllegalStateException failure(String message) {
        return new IllegalStateException(message);
    }
}
