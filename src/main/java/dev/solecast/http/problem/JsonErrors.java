package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.solecast.http.StrictJson;
import dev.solecast.http.TextFormat;
import dev.solecast.http.WireName;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains errors in a JSON body by the field names that its sender knows. */
public final class JsonErrors {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.{0,100})'.*", Pattern.DOTALL);
    private static final int LONGEST_ECHO = 40;

    private JsonErrors() {}

    /** Maps a failure to read JSON to a problem for its sender. */
    public static Problem problem(JsonProcessingException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof Problem problem) {
                return problem;
            } else if (each instanceof StreamConstraintsException limit) {
                return malformed(limit, limit(Objects.requireNonNullElse(limit.getOriginalMessage(), "")));
            }
        }
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException value -> field(value, value(value));
            case MismatchedInputException more
            when more.getPath().isEmpty()
                    && String.valueOf(more.getOriginalMessage()).startsWith("Trailing token") ->
                malformed(more, "goes on after its end");
            case MismatchedInputException whole
            when whole.getPath().isEmpty() ->
                Problem.field(
                        ProblemCode.INVALID_BODY,
                        "body",
                        "must be a JSON object, such as {\"slug\": \"new-balance\"}.");
            case MismatchedInputException mismatch ->
                field(mismatch, "must be " + expected(mismatch.getTargetType()) + ".");
            case JsonMappingException made when !made.getPath().isEmpty() -> field(made, ownMessage(made.getCause()));
            case JsonEOFException cut -> malformed(cut, "ends before it is whole");
            default -> syntax(e);
        };
    }

    private static Problem unknown(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        var names = known == null
                ? new TreeSet<String>()
                : known.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return field(e, "There is no such field here. There are: " + String.join(", ", names) + ".");
    }

    private static Problem syntax(JsonProcessingException e) {
        var duplicate = DUPLICATE.matcher(Objects.requireNonNullElse(e.getOriginalMessage(), ""));
        if (duplicate.matches()) {
            return Problem.field(ProblemCode.INVALID_BODY, duplicate.group(1), "is there twice; send it once.");
        }
        return malformed(e, "is not valid JSON");
    }

    private static String limit(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("nesting depth")) {
            return "is nested deeper than " + StrictJson.DEEPEST + " levels";
        } else if (lower.contains("number")) {
            return "has a number of more than " + StrictJson.LONGEST_NUMBER + " digits";
        }
        return "has a name or a text that is too long";
    }

    private static Problem malformed(JsonProcessingException e, String fault) {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body " + fault + location(e.getLocation()) + ".");
    }

    private static String location(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String value(InvalidFormatException e) {
        var text = String.valueOf(e.getValue());
        if (e.getTargetType() == String.class && !(e.getValue() instanceof String)) {
            return "must be a text.";
        } else if (e.getTargetType() == String.class) {
            return e.getOriginalMessage() + ".";
        }
        var shown = text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "..." : text;
        var fault = TextFormat.find(e.getTargetType()).isPresent()
                ? e.getOriginalMessage()
                : "is not " + expected(e.getTargetType());
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\" " + fault + ".";
    }

    /** The message of an exception that our own value types throw; messages of other code are for programmers. */
    private static String ownMessage(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException
                && cause.getMessage() != null
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("dev.solecast.")) {
            return cause.getMessage().endsWith(".") ? cause.getMessage() : cause.getMessage() + ".";
        }
        return "cannot be used.";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        } else if (WireName.class.isAssignableFrom(type)) {
            return "one of: " + WireName.list(type.asSubclass(WireName.class));
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (TextFormat.find(type).isPresent()) {
            var format = TextFormat.of(type);
            return "a text in quotes: " + format.expected() + ", such as \"" + format.example() + "\"";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        } else if (type == Double.class || type == double.class) {
            return "a number";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        } else if (type == String.class || !type.isRecord()) {
            return "a text";
        }
        return type.getRecordComponents().length == 1 ? "a text" : "an object";
    }

    private static Problem field(JsonMappingException e, String why) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return Problem.field(ProblemCode.INVALID_BODY, path.isEmpty() ? "body" : path.toString(), why);
    }
}
