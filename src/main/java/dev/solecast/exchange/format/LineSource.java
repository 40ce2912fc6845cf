package dev.solecast.exchange.format;

import java.io.IOException;
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
}
