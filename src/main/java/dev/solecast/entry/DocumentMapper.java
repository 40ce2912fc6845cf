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
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents as trees of JSON, in which what is unknown is left out, and back. */
@Singleton
public class DocumentMapper {

    private final ObjectMapper json;
    private final Validator validator;

    DocumentMapper(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Without fields that are null or empty. */
    public ObjectNode tree(Object document) {
        ObjectNode tree = json.valueToTree(document);
        tree.properties().removeIf(field -> isNothing(field.getValue()));
        return tree;
    }

    /** As {@link #tree}, and without nulls within its fields. */
    public ObjectNode bare(Object document) {
        var tree = tree(document);
        strip(tree);
        return tree;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(DocumentMapper::strip);
    }

    /**
     * The document that such a tree stands for; checked.
     *
     * @throws ConstraintViolationException that names the fields at fault
     */
    public <D> D read(ObjectNode tree, Class<D> type) {
        return checked(parsed(tree, type));
    }

    /**
     * The same of a list that goes with a document without being a part of it; null is none.
     *
     * @param field what it is called
     */
    public <D> List<D> list(String field, @Nullable JsonNode list, Class<D> type) {
        if (list == null || list.isNull()) {
            return List.of();
        } else if (!list.isArray() || list.valueStream().anyMatch(item -> !item.isObject())) {
            throw Problem.field(ProblemCode.INVALID_BODY, field, "must be a list of objects.");
        }
        return list.valueStream().map(item -> read((ObjectNode) item, type)).toList();
    }

    private <D> D parsed(ObjectNode tree, Class<D> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST); // as for any body that cannot be read
        }
    }

    /** A list of slugs that goes with a document without being a part of it; empty if it is not there. */
    static List<Slug> slugs(String field, @Nullable JsonNode list) {
        if (list == null || list.isNull()) {
            return List.of();
        } else if (!list.isArray() || list.valueStream().anyMatch(slug -> !Slug.isOne(slug.asText()))) {
            throw Problem.field(ProblemCode.INVALID_BODY, field, "must be a list of slugs, such as new-balance-1000.");
        }
        return list.valueStream().map(slug -> new Slug(slug.textValue())).toList();
    }

    /**
     * The document without some of its fields; one that it cannot be without stays as it is.
     *
     * @throws Problem that names the fields there are, if one of these is none
     */
    <D> D without(ObjectNode tree, List<String> fields, Class<D> type) {
        var there = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (var field : fields) {
            if (!there.contains(field)) {
                throw Problem.field(
                        ProblemCode.INVALID_BODY,
                        "fields",
                        "there is no field \"" + field + "\". There are: " + String.join(", ", there) + ".");
            }
        }
        var emptied = parsed(tree.deepCopy().without(fields), type);
        var needed = validator.validate(emptied).stream()
                .map(violation -> violation.getPropertyPath().iterator().next().getName())
                .collect(Collectors.toSet());
        return read(
                tree.deepCopy()
                        .without(fields.stream()
                                .filter(field -> !needed.contains(field))
                                .toList()),
                type);
    }

    /** The same document, if nothing is wrong with any of its fields. */
    public <D> D checked(D document) {
        var violations = validator.validate(document);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return document;
    }

    /** The fields in which two trees differ, by name; either may be empty. */
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

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }
}
