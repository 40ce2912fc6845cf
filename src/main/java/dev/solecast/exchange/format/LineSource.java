package dev.solecast.exchange.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of lines as it comes in; read one after the other. */
public interface LineSource {

    /**
     * The next one; null after the last.
     *
     * @throws IOException if the file ends before it is whole
     */
    @Nullable
    ImportLine next() throws IOException;
}
