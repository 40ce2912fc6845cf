package dev.solecast.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that can be stored, and shown in one place without changing how their neighbors look. It refuses halves
 * of surrogate pairs, noncharacters, controls, and the overrides and isolates of the bidirectional algorithm; right to
 * left scripts, their marks, combining marks and joiners of emoji are ordinary text. A text is one line unless its
 * field is {@link MultiLine}.
 */
public final class StrictText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean multiLine;

    StrictText() {
        this(false);
    }

    private StrictText(boolean multiLine) {
        super(String.class);
        this.multiLine = multiLine;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property != null && property.getAnnotation(MultiLine.class) != null ? new StrictText(true) : this;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        var fault = text == null ? null : findFault(text, multiLine);
        if (fault != null) {
            throw InvalidFormatException.from(parser, fault, text, String.class);
        }
        return text;
    }

    /** The fault of a text, as the rest of a sentence about it; null if there is none. */
    public static @Nullable String findFault(String text, boolean multiLine) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (point == 0 || isUnpairedSurrogate(point)) {
                return "has a character that cannot be stored: U+0000, or half of a surrogate pair";
            } else if (isLineBreak(point) && !(multiLine && point == '\n')) {
                return "has a line break, U+%04X, where %s"
                        .formatted(point, multiLine ? "\\n is meant" : "one line is meant");
            } else if ((Character.isISOControl(point) && point != '\n')
                    || isDirectionOverride(point)
                    || isNoncharacter(point)) {
                return "has a character that cannot be shown, U+%04X at position %d; leave it out"
                        .formatted(point, text.codePointCount(0, at) + 1);
            }
        }
        return null;
    }

    private static boolean isUnpairedSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isLineBreak(int point) {
        return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    /** Embeddings and overrides, and isolates: Unicode Standard Annex 9. The marks U+200E and U+200F are none. */
    private static boolean isDirectionOverride(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }
}
