package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines as NDJSON: one JSON object on each. */
public final class NdjsonWriter implements LineWriter {

    private final OutputStream out;
    private final ObjectMapper json;

    public NdjsonWriter(OutputStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void write(ObjectNode line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }

    @Override
    public void end() {}
}
