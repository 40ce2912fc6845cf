package dev.solecast.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The contract as a fuzzer reads it: operations, their schemas, and what their answers may be. */
final class FuzzContract {

    private static final String DOCUMENT = "https://solecast.test/openapi.json";

    /** An operation of the contract. */
    record Operation(String path, String method, JsonNode text) {

        String id() {
            return text.path("operationId").asText();
        }

        List<JsonNode> parameters(String in) {
            return StreamSupport.stream(text.path("parameters").spliterator(), false)
                    .filter(each -> each.path("in").asText().equals(in))
                    .toList();
        }

        /** The role that it needs; empty if it needs none. */
        String role() {
            return text.path("x-required-role").asText();
        }

        /** The media types of its body and their schemas. */
        Map<String, JsonNode> bodies() {
            var bodies = new HashMap<String, JsonNode>();
            text.path("requestBody")
                    .path("content")
                    .properties()
                    .forEach(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
            return bodies;
        }
    }

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    FuzzContract(String openapi) {
        try {
            document = new ObjectMapper().readTree(openapi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, openapi)));
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Operation(
                                path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()))));
        return all;
    }

    JsonNode resolve(JsonNode given) {
        var reference = given.path("$ref").asText();
        return reference.isEmpty() ? given : resolve(document.at(reference.substring(1)));
    }

    JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /** Whether the contract has this status for this operation. */
    boolean has(Operation operation, int status) {
        return operation.text().path("responses").has(Integer.toString(status));
    }

    /** The faults of an answer's body; empty for a type without a schema that says something. */
    List<String> faults(Operation operation, int status, String type, JsonNode body) {
        if (status >= 400) {
            return faults("#/components/schemas/Problem", body);
        }
        var content = operation
                .text()
                .path("responses")
                .path(Integer.toString(status))
                .path("content");
        if (!content.has(type)) {
            return List.of("the type " + type + " is not in the contract");
        }
        var where = "#/paths/" + escaped(operation.path()) + "/"
                + operation.method().toLowerCase(Locale.ROOT) + "/responses/" + status + "/content/" + escaped(type)
                + "/schema";
        return faults(where, body);
    }

    private List<String> faults(String where, JsonNode body) {
        return schemas
                .computeIfAbsent(where, unknown -> registry.getSchema(SchemaLocation.of(DOCUMENT + where)))
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("~", "~0")
                .replace("/", "~1")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("+", "%2B");
    }
}
