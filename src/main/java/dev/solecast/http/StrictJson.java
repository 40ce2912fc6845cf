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
 * How JSON is read: nothing is guessed, and nothing ignored. A field that nobody knows, one that is there twice, a number
 * where a text belongs, and whatever comes after the end are refused; so are depth and lengths that no shoe needs.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    public static final int DEEPEST = 64;
    public static final int LONGEST_NUMBER = 100;
    static final int LONGEST_TEXT = 1_000_000;

    /** Last, so that nothing that comes along with a library reads days and instants otherwise. */
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

    /** A text that can be stored: half of a surrogate pair is no character, and PostgreSQL keeps no NUL. */
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
            if (text != null && text.codePoints().anyMatch(point -> point == 0 || isHalfAPair(point))) {
                return (String) context.handleWeirdStringValue(
                        String.class,
                        text,
                        "has a character that cannot be stored: U+0000, or half of a surrogate pair");
            }
            return text;
        }

        private static boolean isHalfAPair(int point) {
            return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        }
    }

    /** An amount of money, for which the bounds of a number in JSON are others in each program. */
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

    /** What JSON has as text alone: of a day as a number nobody knows whether it means a year, days or seconds. */
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
                    : refused(parser, context);
        }

        @SuppressWarnings("unchecked")
        private T refused(JsonParser parser, DeserializationContext context) throws IOException {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
