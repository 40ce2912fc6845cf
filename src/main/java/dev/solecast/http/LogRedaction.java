package dev.solecast.http;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log short and free of secrets: keys are masked in messages and exceptions, and of exceptions of one kind only
 * one a minute is logged with its stack trace, the others on one line each. A kind is a class of exceptions and the place
 * in this service where they come from, so that one caller cannot fill the disk.
 */
@LoggingFilter(name = LogRedaction.NAME)
public final class LogRedaction implements Filter {

    static final String NAME = "redaction";

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();
    private static final int MAX_KINDS = 500;
    private static final String OURS = "dev.solecast.";

    private final Map<String, Kind> kinds = new HashMap<>();

    private static final class Kind {

        private final long tracedAt;
        private int untraced;

        private Kind(long tracedAt) {
            this.tracedAt = tracedAt;
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        var thrown = line.getThrown();
        var message = line instanceof ExtLogRecord extended ? extended.getFormattedMessage() : line.getMessage();
        var masked = message == null ? "" : KeyMask.mask(message);
        if (thrown != null) {
            var note = note(kind(thrown), System.nanoTime());
            if (note != null) {
                line.setThrown(null);
                masked += ": " + firstLine(thrown) + note;
            } else {
                line.setThrown(MaskedException.of(thrown));
            }
        }
        if (!masked.equals(message)) {
            replaceMessage(line, masked);
        }
        return true;
    }

    private static void replaceMessage(LogRecord line, String message) {
        if (line instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            line.setMessage(message);
        }
        line.setParameters(null);
    }

    /** The note in place of a stack trace; null if the trace is to be logged. */
    synchronized @Nullable String note(String name, long now) {
        var kind = kinds.get(name);
        if (kind == null || now - kind.tracedAt > INTERVAL) {
            if (kinds.size() >= MAX_KINDS) {
                kinds.clear();
            }
            kinds.put(name, new Kind(now));
            return null;
        }
        return " (no. " + (++kind.untraced + 1) + " of its kind since its stack trace was logged)";
    }

    /** The class of the exception, and of its causes, with the first line of our code in each. */
    static String kind(Throwable thrown) {
        var kind = new StringBuilder();
        for (var cause = thrown; cause != null && kind.length() < 1_000; cause = cause.getCause()) {
            kind.append(cause.getClass().getName())
                    .append(' ')
                    .append(Stream.of(cause.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith(OURS))
                            .findFirst()
                            .map(StackTraceElement::toString)
                            .orElse(""))
                    .append('\n');
        }
        return kind.toString();
    }

    private static String firstLine(Throwable thrown) {
        return KeyMask.mask(thrown.toString()).lines().findFirst().orElse("");
    }

    /** An exception as it is logged when its text, or that of a cause, contains a key. */
    private static final class MaskedException extends Exception {

        private static final long serialVersionUID = 1L;
        private static final int MAX_CAUSES = 20;

        private MaskedException(String text, @Nullable Throwable cause) {
            super(text, cause, true, true);
        }

        static Throwable of(Throwable thrown) {
            return isClean(thrown, 0) ? thrown : copy(thrown, 0);
        }

        private static boolean isClean(@Nullable Throwable thrown, int depth) {
            if (thrown == null) {
                return true;
            }
            var text = thrown.toString();
            return depth < MAX_CAUSES
                    && KeyMask.mask(text).equals(text)
                    && isClean(thrown.getCause(), depth + 1)
                    && Stream.of(thrown.getSuppressed()).allMatch(other -> isClean(other, depth + 1));
        }

        private static MaskedException copy(Throwable thrown, int depth) {
            var cause = depth < MAX_CAUSES && thrown.getCause() != null ? copy(thrown.getCause(), depth + 1) : null;
            var copy = new MaskedException(KeyMask.mask(thrown.toString()), cause);
            copy.setStackTrace(thrown.getStackTrace());
            if (depth < MAX_CAUSES) {
                Stream.of(thrown.getSuppressed()).forEach(other -> copy.addSuppressed(copy(other, depth + 1)));
            }
            return copy;
        }
    }
}
