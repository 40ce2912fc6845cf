package dev.solecast.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

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
                .addDeserializer(String.class, new Text())
                .addDeserializer(BigDecimal.class, new AsText<>(BigDecimal.class, new Amount()))
                .addDeserializer(Instant.class, new AsText<>(Instant.class, InstantDeserializer.INSTANT))
                .addDeserializer(LocalDate.class, new AsText<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                .addDeserializer(
                        LocalDateTime.class, new AsText<>(LocalDateTime.class, LocalDateTimeDeserializer.INSTANCE)));
    }

    /** Reads texts that can be stored: an unpaired surrogate is no character, and PostgreSQL stores no NUL. */
    private static final class Text extends StdScalarDeserializer<String> {

        @Serial
        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(point -> point == 0 || isUnpairedSurrogate(point))) {
                return (String) context.handleWeirdStringValue(
                        String.class,
                        text,
                        "has a character that cannot be stored: U+0000, or half of a surrogate pair");
            }
            return text;
        }

        private static boolean isUnpairedSurrogate(int point) {
            return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        }
    }

    /** Reads amounts of money from texts, because the precision of JSON numbers differs between programs. */
    private static final class Amount extends StdScalarDeserializer<BigDecimal> {

        @Serial
        private static final long serialVersionUID = 1L;

        private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");

        Amount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getText();
            return DECIMAL.matcher(text).matches()
                    ? new BigDecimal(text)
                    : (BigDecimal)
                            context.handleWeirdStringValue(BigDecimal.class, text, "is not a decimal such as 150.00");
        }
    }

    /** Reads a value from text only: a date given as a number could mean a year, days or seconds. */
    private static final class AsText<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<? extends T> reader;

        AsText(Class<T> type, JsonDeserializer<? extends T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? reader.deserialize(parser, context)
                    : reject(parser, context);
        }

        @SuppressWarnings("unchecked")
        private T reject(JsonParser parser, DeserializationContext context) throws IOException {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
