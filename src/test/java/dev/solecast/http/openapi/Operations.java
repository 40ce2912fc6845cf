package dev.solecast.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.solecast.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operations that /openapi lists, and the schemas of their answers. */
public final class Operations {

    private static final String DOCUMENT = "https://solecast.test/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param address from an example; empty without one
     */
    public record Operation(String path, String method, String address, JsonNode text) {

        String id() {
            return text.path("operationId").asText();
        }

        Stream<JsonNode> parameters() {
            return elements(text.path("parameters"));
        }

        /** The address with one more parameter, which replaces one of the same name. */
        String with(String name, String value) {
            if (path.contains("{" + name + "}")) {
                var segments = address.split("(?=[/?])");
                var at = List.of(path.split("(?=/)")).indexOf("/{" + name + "}");
                segments[at] = "/" + value;
                return String.join("", segments);
            }
            return replaced(address, name, value);
        }

        /** The media type of the body that it takes, JSON if it takes none. */
        public String bodyType() {
            return content().map(Map.Entry::getKey).orElse("application/json");
        }

        /** The example body; empty if it takes none. */
        public String body() {
            return content()
                    .map(type ->
                            type.getValue().path("examples").path("catalogue").path("value"))
                    .map(example -> example.isTextual() ? example.asText() : example.toString())
                    .orElse("");
        }

        private Optional<Map.Entry<String, JsonNode>> content() {
            return text.path("requestBody").path("content").properties().stream()
                    .findFirst();
        }

        /** Tells whether it is a stream, so has no complete answer. */
        boolean isEndless() {
            return text.at("/responses/200/content").has("text/event-stream");
        }

        /** The role of the key it needs; empty if it needs none. */
        public String role() {
            return text.path("x-required-role").asText();
        }

        /** The headers, plus an admin key if a key is needed. */
        String[] withKey(String... headers) {
            var key = TestKeys.ADMIN;
            return role().isEmpty()
                    ? headers
                    : Stream.concat(Stream.of(key.getName(), key.getValue()), Stream.of(headers))
                            .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final JsonNode document;
    private final SchemaRegistry schemas;

    public Operations(String openapi) throws java.io.IOException {
        document = JSON.readTree(openapi);
        var closed = JSON.readTree(openapi);
        // Rejects fields that the contract lacks; they mean that the contract is out of date.
        closed.path("components").path("schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, closed.toString())));
    }

    public List<Operation> all() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Operation(
                                path.getKey(),
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                address(path.getKey(), method.getValue()),
                                method.getValue()))));
        return all;
    }

    /** The methods that the contract has for a path. */
    List<String> methods(String path) {
        return document.path("paths").path(path).properties().stream()
                .map(method -> method.getKey().toUpperCase(java.util.Locale.ROOT))
                .toList();
    }

    /** The methods of all paths that match the address: {@code /v1/releases/upcoming} could be a slug, too. */
    List<String> methodsOfTemplates(String address) {
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> address.replaceFirst("\\?.*", "").matches(path.replaceAll("\\{\\w+}", "[^/]+")))
                .flatMap(path -> methods(path).stream())
                .toList();
    }

    /** The address in the example response, or else built from the parameters' examples. */
    private static String address(String path, JsonNode operation) {
        var shown = example(operation).path("summary").asText().replaceFirst("^[A-Z]+ ", "");
        if (!shown.isEmpty()) {
            return shown;
        }
        var address = path;
        for (var parameter : operation.path("parameters")) {
            if (parameter.has("example")) {
                address = address.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
        }
        return address.contains("{") ? "" : address;
    }

    static JsonNode example(JsonNode operation) {
        return Stream.of("200", "201", "202")
                .map(status -> content(operation, status))
                .map(content -> content.path(onlyType(content)).path("examples").path("catalogue"))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode content(JsonNode operation, String status) {
        return operation.path("responses").path(status).path("content");
    }

    /** The type of the 200 response. */
    private static String mediaType(JsonNode operation) {
        return onlyType(content(operation, "200"));
    }

    private static String onlyType(JsonNode content) {
        var types = content.fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    /** Resolves a schema that is only a reference. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** The schema errors in a 200 answer. */
    List<Error> faults(Operation operation, JsonNode answer) {
        var path = operation
                .path()
                .replace("~", "~0")
                .replace("/", "~1")
                .replace("{", "%7B")
                .replace("}", "%7D");
        var type = mediaType(operation.text()).replace("/", "~1").replace("+", "%2B");
        return faults("#/paths/" + path + "/get/responses/200/content/" + type + "/schema", answer);
    }

    public List<Error> faultsOfProblem(JsonNode answer) {
        return faults("#/components/schemas/Problem", answer);
    }

    private List<Error> faults(String schema, JsonNode answer) {
        return schemas.getSchema(SchemaLocation.of(DOCUMENT + schema))
                .validate(answer, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    public JsonNode document() {
        return document;
    }

    /** The address with this query parameter in place of any of the same name. */
    static String replaced(String address, String name, String value) {
        var bare = address.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
        return bare + (bare.contains("?") ? "&" : "?") + name + "=" + value;
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
