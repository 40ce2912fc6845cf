package dev.solecast.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;

/** Serializes localized texts in the language that is set on the JSON writer. */
public final class LocalizedTextSerializer extends StdSerializer<LocalizedText> {
    @Serial
    private static final long serialVersionUID = 1L;

    LocalizedTextSerializer() {
        super(LocalizedText.class);
    }

    /** A JSON writer that serializes localized texts in this language. */
    public static ObjectWriter writer(ObjectMapper json, Language language) {
        return json.writer().withAttribute(Language.class, language);
    }

    @Override
    public void serialize(LocalizedText text, JsonGenerator json, SerializerProvider context) throws IOException {
        var language = context.getAttribute(Language.class) instanceof Language chosen ? chosen : Language.ENGLISH;
        json.writeString(text.in(language.locale()));
    }
}
