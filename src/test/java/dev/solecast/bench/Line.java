package dev.solecast.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a catalogue, as an import reads it. */
final class Line {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Line(String type) {
        fields.put("type", type);
    }

    static Line of(String type) {
        return new Line(type);
    }

    /** The same line with another field; null leaves it out. */
    Line with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** The fields of something within a line, names and values by turns, in this order wherever and whenever. */
    static Map<String, Object> part(Object... namesAndValues) {
        var part = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            part.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return part;
    }

    @Override
    public String toString() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a line holds is text, numbers and lists of them", e);
        }
    }
}
