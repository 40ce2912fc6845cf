package dev.solecast.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.FieldChange;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.ElementType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts documents to JSON trees, without unknown fields, and back. */
@Singleton
public class DocumentMapper {

    /** The most items of a list that accompanies a document. */
    private static final int LONGEST_LIST = 1_000;

    private final ObjectMapper json;
    private final Validator validator;

    DocumentMapper(ObjectMapper json, ValidatorFactory validators) {
        this.json = json;
        this.validator = validators
                .usingContext()
                .traversableResolver(new WholeDocument())
                .getValidator();
    }

    /** Has each field validated without asking whether the database has loaded it, which a document does not know. */
    private static final class WholeDocument implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object document, Path.Node field, Class<?> type, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object document, Path.Node field, Class<?> type, Path path, ElementType element) {
            return true;
        }
    }

    /** The document as a tree, without fields that are null or empty lists. */
    public ObjectNode tree(Object document) {
        ObjectNode tree = json.valueToTree(document);
        tree.properties().removeIf(field -> isUnknown(field.getValue()));
        return tree;
    }

    /**
     * The validated document of such a tree.
     *
     * @throws ConstraintViolationException that names the fields at fault
     */
    public <D> D read(ObjectNode tree, Class<D> type) {
        return validated(parsed(tree, type));
    }

    /**
     * The validated items of a list that accompanies a document; none if it is null.
     *
     * @param field the name of the list
     */
    public <D> List<D> list(String field, @Nullable JsonNode list, Class<D> type) {
        if (list == null || list.isNull()) {
            return List.of();
        } else if (!list.isArray()
                || list.size() > LONGEST_LIST
                || list.valueStream().anyMatch(item -> !item.isObject())) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY, field, "must be a list of at most " + LONGEST_LIST + " objects.");
        }
        return list.valueStream().map(item -> read((ObjectNode) item, type)).toList();
    }

    /** The document of such a tree, not validated. */
    <D> D parsed(ObjectNode tree, Class<D> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST); // the same as for any unreadable body
        }
    }

    /** The slugs of a list that accompanies a document; none if it is null. */
    static List<Slug> slugs(String field, @Nullable JsonNode list) {
        if (list == null || list.isNull()) {
            return List.of();
        } else if (!list.isArray()
                || list.size() > LONGEST_LIST
                || list.valueStream().anyMatch(slug -> !slug.isTextual() || !Slug.isValid(slug.textValue()))) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    field,
                    "must be a list of at most " + LONGEST_LIST + " slugs, such as new-balance-1000.");
        }
        return list.valueStream()
                .map(slug -> new Slug(slug.textValue()))
                .distinct()
                .toList();
    }

    /**
     * The document without some of its fields; required fields stay as they are.
     *
     * @throws Problem that lists the fields of the type, if one of these is not among them
     */
    <D> D without(ObjectNode tree, List<String> fields, Class<D> type) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (var field : fields) {
            if (!known.contains(field)) {
                throw Problem.field(
                        ProblemCode.INVALID_BODY,
                        "fields",
                        "there is no field \"" + field + "\". There are: " + String.join(", ", known) + ".");
            }
        }
        var emptied = parsed(tree.deepCopy().without(fields), type);
        var required = validator.validate(emptied).stream()
                .map(violation -> violation.getPropertyPath().iterator().next().getName())
                .collect(Collectors.toSet());
        return read(
                tree.deepCopy()
                        .without(fields.stream()
                                .filter(field -> !required.contains(field))
                                .toList()),
                type);
    }

    /** Validates a document, and returns it. */
    public <D> D validated(D document) {
        var violations = validator.validate(document);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return document;
    }

    /** The fields in which two trees differ, by name; either tree may be empty. */
    public static Map<String, FieldChange> differences(ObjectNode before, ObjectNode after) {
        var differences = new LinkedHashMap<String, FieldChange>();
        Stream.concat(after.properties().stream(), before.properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .filter(field -> !value(before, field).equals(value(after, field)))
                .forEach(field -> differences.put(field, new FieldChange(value(before, field), value(after, field))));
        return differences;
    }

    private static JsonNode value(ObjectNode tree, String field) {
        var value = tree.get(field);
        return value == null ? NullNode.instance : value;
    }

    private static boolean isUnknown(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }
}
