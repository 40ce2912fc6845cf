package dev.solecast.exchange.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of lines, read one by one. */
public interface LineSource {

    /**
     * The next line; null after the last.
     *
     * @throws IOException if the file is truncated
     */
    @Nullable
    ImportLine next() throws IOException;

    /** A file of one line. */
    static LineSource of(ImportLine line) {
        var lines = List.of(line).iterator();
        return () -> lines.hasNext() ? lines.next() : null;
    }
}
