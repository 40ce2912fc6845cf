package dev.solecast.exchange.format;

import static dev.solecast.exchange.format.JsonMapper.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The JSON Schema of a line, built from the contract's schemas for each type. */
final class LinesSchema {

    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode contract;
    private final TreeMap<String, JsonNode> definitions = new TreeMap<>();

    private LinesSchema(JsonNode openapi) {
        contract = openapi.path("components").path("schemas");
    }

    static ObjectNode of(JsonNode openapi) {
        return new LinesSchema(openapi).line();
    }

    private ObjectNode line() {
        var schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "/docs/lines.schema.json")
                .put("title", "A line")
                .put(
                        "description",
                        "What imports read and exports write, one JSON object a line: an entry or a rumor, as the bodies"
                                + " of POST have it, with its type. Of an entry that exists, what a line leaves out stays, and"
                                + " null empties a field.")
                .put("type", "object");
        schema.putArray("required").add("type");
        var words = schema.putObject("properties").putObject("type").putArray("enum");
        var choices = schema.putArray("allOf");
        for (var type : LineType.values()) {
            words.add(type.wireName());
            var choice = choices.addObject();
            choice.putObject("if").putObject("properties").putObject("type").put("const", type.wireName());
            choice.putObject("then").put("$ref", "#/$defs/" + type.wireName());
        }
        var own = JSON.createObjectNode();
        for (var type : LineType.values()) {
            own.set(type.wireName(), ofType(type));
        }
        own.setAll(definitions);
        schema.set("$defs", own);
        return schema;
    }

    private ObjectNode ofType(LineType type) {
        var document = type.records().getFirst();
        var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        var required = schema.putArray("required").add("type");
        for (var field : document.getRecordComponents()) {
            if (isNeeded(field)) {
                required.add(field.getName());
            }
        }
        var properties = schema.putObject("properties");
        properties.putObject("type").put("const", type.wireName());
        contract.path(document.getSimpleName())
                .path("properties")
                .properties()
                .forEach(field -> properties.set(field.getKey(), defined(field.getValue())));
        besides(type, properties);
        if (type == LineType.RUMOR) {
            required.add("release");
        }
        nullable(properties, required);
        if (type != LineType.RUMOR) {
            matched(schema, required);
        }
        return schema;
    }

    /** A line that has a slug may leave out all that its entry has already. */
    private static void matched(ObjectNode schema, ArrayNode required) {
        var choices = JSON.createArrayNode();
        choices.addObject().putArray("required").add("type").add("slug");
        choices.addObject().set("required", required.deepCopy());
        schema.putArray("required").add("type");
        schema.set("anyOf", choices);
    }

    /** Allows null, which empties a field, in all that need not have a value. */
    private static void nullable(ObjectNode properties, ArrayNode required) {
        var needed = required.valueStream().map(JsonNode::asText).toList();
        for (var field : properties.properties()) {
            if (!needed.contains(field.getKey()) && !isNullable(field.getValue())) {
                var choices = JSON.createObjectNode();
                choices.putArray("anyOf").add(field.getValue()).addObject().put("type", "null");
                field.setValue(choices);
            }
        }
    }

    private void besides(LineType type, ObjectNode properties) {
        if (type == LineType.RUMOR) {
            text(properties, "release", "The slug of the release that it is about.");
            text(properties, "id", "By which other lines of the same file call it.");
            text(properties, "copiesRumor", "The id of another line, or the number of a rumor that is there already.")
                    .putArray("type")
                    .add("string")
                    .add("integer");
            text(properties, "retraction", "Why it was taken back.");
            return;
        }
        if (type == LineType.RELEASE) {
            properties
                    .putObject("history")
                    .put("description", "The changes of its status, as they were recorded; instead of its status.")
                    .put("type", "array")
                    .set("items", defined(JSON.createObjectNode().put("$ref", REFERENCE + "NewStatus")));
        }
        properties
                .putObject("formerSlugs")
                .put("description", "Slugs that lead to it.")
                .put("type", "array")
                .set("items", properties.path("slug"));
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static boolean isNeeded(RecordComponent field) {
        return Arrays.stream(new Class<?>[] {NotNull.class, NotBlank.class, NotEmpty.class})
                .anyMatch(needed -> field.getAccessor()
                        .isAnnotationPresent(needed.asSubclass(java.lang.annotation.Annotation.class)));
    }

    /** Copies the schema, with its references pointing to $defs and nullable fields optional. */
    private JsonNode defined(JsonNode schema) {
        var copy = schema.deepCopy();
        if (copy instanceof ObjectNode object && object.path("$ref").asText().startsWith(REFERENCE)) {
            var name = object.path("$ref").asText().substring(REFERENCE.length());
            object.put("$ref", "#/$defs/" + name);
            if (!definitions.containsKey(name)) {
                definitions.put(name, JSON.createObjectNode()); // allows self-reference
                definitions.put(name, closed(defined(contract.path(name))));
            }
            return object;
        }
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(defined(field.getValue())));
        } else if (copy instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++) {
                list.set(at, defined(list.get(at)));
            }
        }
        return copy;
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
            var needed = JSON.createArrayNode();
            object.path("required").forEach(name -> {
                if (!isNullable(object.path("properties").path(name.asText()))) {
                    needed.add(name);
                }
            });
            object.set("required", needed);
        }
        return schema;
    }

    private static boolean isNullable(JsonNode schema) {
        return List.of(schema.path("type"), schema.path("anyOf")).stream()
                .anyMatch(types -> types.toString().contains("\"null\""));
    }
}
