package dev.solecast.http.openapi;

import dev.solecast.http.request.QueryParameters;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Declares the bounds of values: those of every parameter that its annotations do not mention, and patterns. */
final class OpenApiBounds {

    /** The pattern of a text that must have a visible character, wherever. */
    private static final String NOT_BLANK = "\\S";

    private OpenApiBounds() {}

    static void complete(Schema schema) {
        if (schema.getRef() != null || schema.getEnumeration() != null) {
            return;
        }
        var types = OpenApiSchemas.orEmpty(schema.getType());
        if (types.contains(SchemaType.ARRAY)) {
            if (schema.getMaxItems() == null) {
                schema.setMaxItems(QueryParameters.MOST_VALUES);
            }
            complete(schema.getItems());
        } else if (types.contains(SchemaType.STRING)) {
            completeText(schema);
        } else if (types.contains(SchemaType.INTEGER)) {
            completeNumber(schema);
        }
    }

    /** Declares the bounds of the whole numbers that are fields of an object: ids, and sizes. */
    static void completeNumbers(Schema object) {
        if (object.getProperties() != null) {
            object.getProperties().values().stream()
                    .filter(each -> OpenApiSchemas.orEmpty(each.getType()).contains(SchemaType.INTEGER))
                    .forEach(OpenApiBounds::completeNumber);
        }
    }

    private static void completeNumber(Schema schema) {
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        if (schema.getMaximum() == null) {
            schema.setMaximum(
                    BigDecimal.valueOf("int64".equals(schema.getFormat()) ? Long.MAX_VALUE : Integer.MAX_VALUE));
        }
    }

    /**
     * A pattern as ECMA-262 writes it, which JSON Schema asks for: without possessive quantifiers, and with anchors,
     * because Java compares the whole text and JSON Schema looks for the pattern anywhere in it.
     */
    static String ecmaScript(String pattern) {
        if (pattern.equals(NOT_BLANK)) {
            return pattern;
        }
        var greedy = pattern.replaceAll("(?<!\\\\)([+*?}])\\+", "$1");
        return greedy.startsWith("^") && greedy.endsWith("$") ? greedy : "^(?:" + greedy + ")$";
    }

    private static void completeText(Schema schema) {
        if (schema.getMinLength() == null) {
            schema.setMinLength(1);
        }
        if (schema.getMaxLength() == null && !String.valueOf(schema.getFormat()).startsWith("date")) {
            schema.setMaxLength(QueryParameters.LONGEST_VALUE);
        }
    }
}
