package dev.solecast.change;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Stored JSON that is passed on as it is: a tree of it takes ten times its memory. */
@JsonSerialize(using = JsonText.Serializer.class)
public record JsonText(String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public JsonNode parse() {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database stores JSON only", e);
        }
    }

    /** Writes the JSON without the spaces of the database. */
    static final class Serializer extends StdSerializer<JsonText> {

        Serializer() {
            super(JsonText.class);
        }

        @Override
        public void serialize(JsonText json, JsonGenerator out, SerializerProvider provider) throws IOException {
            try (var parser = MAPPER.createParser(json.text)) {
                parser.nextToken();
                out.copyCurrentStructure(parser);
            }
        }
    }
}
