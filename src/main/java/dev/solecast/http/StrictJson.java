package dev.solecast.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Configures strict reading of JSON: nothing is guessed, and nothing is ignored. Unknown and duplicate fields, numbers
 * in place of texts, and content after the end are rejected, as are excessive depth and length.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** The deepest nesting of objects and lists. */
    public static final int DEEPEST = 64;
    /** In digits. */
    public static final int LONGEST_NUMBER = 100;
    /** In characters. */
    static final int LONGEST_TEXT = 1_000_000;

    /** Runs last, so that no library's customizer can change how dates and instants are read. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(1_000)
                        .build());
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.setConfig(json.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.registerModule(new SimpleModule("Solecast")
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(BigDecimal.class, new AsText<>(BigDecimal.class))
                .addDeserializer(Currency.class, new AsText<>(Currency.class))
                .addDeserializer(ZoneId.class, new AsText<>(ZoneId.class))
                .addDeserializer(Instant.class, new AsText<>(Instant.class))
                .addDeserializer(LocalDate.class, new AsText<>(LocalDate.class))
                .addDeserializer(LocalDateTime.class, new AsText<>(LocalDateTime.class)));
    }

    /**
     * Reads a value from text only, in its {@link TextFormat}: a date given as a number could mean a year, days or
     * seconds, and the precision of JSON numbers differs between programs.
     */
    private static final class AsText<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient TextFormat<T> format;

        AsText(Class<T> type) {
            super(type);
            format = TextFormat.of(type);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return reject(parser, context);
            }
            try {
                return format.parseStorable(parser.getText());
            } catch (IllegalArgumentException e) {
                throw InvalidFormatException.from(parser, e.getMessage(), parser.getText(), handledType());
            }
        }

        @SuppressWarnings("unchecked")
        private T reject(JsonParser parser, DeserializationContext context) throws IOException {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
