package dev.solecast.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;

/** Says phrases in the language that the writer of the JSON was told. */
public final class LocalizedTextSerializer extends StdSerializer<LocalizedText> {
    @Serial
    private static final long serialVersionUID = 1L;

    LocalizedTextSerializer() {
        super(LocalizedText.class);
    }

    /** A writer of views whose phrases are said in this language. */
    public static ObjectWriter writer(ObjectMapper json, Language language) {
        return json.writer().withAttribute(Language.class, language);
    }

    @Override
    public void serialize(LocalizedText phrase, JsonGenerator json, SerializerProvider context) throws IOException {
        var language = context.getAttribute(Language.class) instanceof Language told ? told : Language.ENGLISH;
        json.writeString(phrase.in(language.locale()));
    }
}
