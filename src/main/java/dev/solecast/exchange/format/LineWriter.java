package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Writes lines as it receives them. */
public interface LineWriter {

    void write(ObjectNode line) throws IOException;

    /** Flushes the output after the last line, and leaves it open. */
    void end() throws IOException;
}
