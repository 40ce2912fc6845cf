package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Takes in lines, and writes them out at once. */
public interface LineWriter {

    /** One more. */
    void write(ObjectNode line) throws IOException;

    /** There are no more. */
    void end() throws IOException;
}
