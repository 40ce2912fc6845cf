package dev.solecast.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a catalogue in the form that an import reads. */
final class CatalogueLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private CatalogueLine(String type) {
        fields.put("type", type);
    }

    static CatalogueLine of(String type) {
        return new CatalogueLine(type);
    }

    /** Adds a field and returns this line; a null value adds none. */
    CatalogueLine with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** The fields of an object within a line, from names and values in turn, in this order. */
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
