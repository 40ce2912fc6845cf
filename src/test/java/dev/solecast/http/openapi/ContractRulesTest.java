package dev.solecast.http.openapi;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.solecast.http.request.Price;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that linters and generators hold a contract to; the service itself is asked in other tests. */
class ContractRulesTest {

    private static final String DOCUMENT = "https://solecast.test/openapi.json";

    /** Constructs that Java reads and ECMA-262 with its flag u does not. */
    private static final Pattern JAVA_ALONE = Pattern.compile(
            "[*+?}]\\+|\\\\[pP]\\{(?!(Lu|Ll|Lt|Lm|Lo|L|M|N|Nd|P|S|Z|Cc|Cf|C)})|\\\\[QEzZAGhHRX]|\\(\\?[>a-z]|&&|\\\\x\\{");

    private final JsonNode document = read();
    private final List<JsonNode> operations = document.path("paths").properties().stream()
            .flatMap(path -> path.getValue().properties().stream())
            .map(Map.Entry::getValue)
            .toList();

    /** A value in the contract, and the way to it. */
    private record Found(String where, JsonNode value) {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyExampleIsValidAgainstItsSchema() {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
        var faults = new ArrayList<String>();
        all().filter(found -> found.value().has("schema")).forEach(found -> {
            var schema = registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + found.where() + "/schema"));
            examples(found.value())
                    .forEach(example -> schema.validate(
                                    example,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                            .forEach(fault -> faults.add(found.where() + ": " + fault)));
        });
        all().filter(found -> found.where().matches("/components/schemas/\\w+(/properties/\\w+)?"))
                .filter(found -> found.value().has("examples"))
                .forEach(found -> found.value()
                        .path("examples")
                        .forEach(example -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + found.where()))
                                .validate(example)
                                .forEach(fault -> faults.add(found.where() + ": " + fault))));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyParameterListAndNumberIsBounded() {
        var faults = new ArrayList<String>();
        for (var operation : operations) {
            var id = operation.path("operationId").asText();
            operation
                    .path("parameters")
                    .forEach(parameter -> unbounded(
                            id + " " + parameter.path("name").asText(),
                            parameter.path("schema"),
                            new HashSet<>(),
                            faults));
            operation.path("requestBody").path("content").properties().stream()
                    .filter(type ->
                            type.getKey().contains("json") && !type.getKey().contains("ndjson"))
                    .forEach(type -> unbounded(id, type.getValue().path("schema"), new HashSet<>(), faults));
        }
        assertThat(faults).isEmpty();
    }

    private void unbounded(String where, JsonNode given, Set<String> seen, List<String> faults) {
        var reference = given.path("$ref").asText();
        if (!reference.isEmpty() && !seen.add(reference)) {
            return;
        }
        var schema = resolved(given);
        var types = schema.path("type").toString();
        var format = schema.path("format").asText();
        if (types.contains("\"string\"")
                && !schema.has("enum")
                && !schema.has("maxLength")
                && !format.startsWith("date")) {
            faults.add(where + " has no maxLength");
        }
        if (types.contains("\"array\"") && !schema.has("maxItems")) {
            faults.add(where + " has no maxItems");
        }
        if ((types.contains("\"integer\"") || types.contains("\"number\""))
                && !((schema.has("minimum") || schema.has("exclusiveMinimum")) && schema.has("maximum"))) {
            faults.add(where + " has no minimum and maximum");
        }
        schema.path("properties")
                .properties()
                .forEach(each -> unbounded(where + "." + each.getKey(), each.getValue(), seen, faults));
        schema.path("anyOf").forEach(each -> unbounded(where, each, seen, faults));
        if (schema.has("items")) {
            unbounded(where + "[]", schema.path("items"), seen, faults);
        }
    }

    @Test
    void everyPatternIsOneThatEcmaScriptReads() {
        assertThat(all().map(found -> found.value().path("pattern"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .distinct())
                .isNotEmpty()
                .allSatisfy(pattern -> {
                    assertThat(pattern).doesNotContainPattern(JAVA_ALONE);
                    Pattern.compile(pattern);
                    assertThat(pattern.equals("\\S") || pattern.startsWith("^") && pattern.endsWith("$"))
                            .as(pattern + " compares the whole text")
                            .isTrue();
                });
    }

    @Test
    void everyOperationIsWhole() {
        assertThat(operations)
                .extracting(each -> each.path("operationId").asText())
                .doesNotHaveDuplicates();
        var tags = elements(document.path("tags"))
                .map(tag -> tag.path("name").asText())
                .collect(toSet());
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).matches("[a-z][A-Za-z]+");
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("security")).isNotEmpty();
            assertThat(elements(operation.path("tags")).map(JsonNode::asText))
                    .isNotEmpty()
                    .isSubsetOf(tags);
            assertThat(operation.path("responses").properties())
                    .extracting(Map.Entry::getKey)
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("400", "414", "429", "431", "500", "503");
            var names = elements(operation.path("parameters"))
                    .map(each ->
                            each.path("in").asText() + " " + each.path("name").asText());
            assertThat(names).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyPathParameterIsDeclared() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .forEach(operation -> assertThat(elements(operation.path("parameters"))
                                        .filter(each -> each.path("in").asText().equals("path"))
                                        .map(each -> each.path("name").asText()))
                                .as(path.getKey())
                                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\{(\\w+)}")
                                        .matcher(path.getKey())
                                        .results()
                                        .map(match -> match.group(1))
                                        .toList())));
        assertThat(document.path("paths").properties())
                .extracting(path -> path.getKey().replaceAll("\\{\\w+}", "{}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyComponentIsUsedAndEveryReferenceLeadsToOne() {
        var used = all().map(found -> found.value().path("$ref"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(toSet());
        assertThat(used)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        for (var kind : List.of("schemas", "responses", "headers")) {
            assertThat(document.path("components").path(kind).properties())
                    .extracting(component -> "#/components/" + kind + "/" + component.getKey())
                    .isSubsetOf(used);
        }
    }

    @Test
    void everyAnswerTellsTheRateLimit() {
        assertThat(Stream.concat(
                        operations.stream().flatMap(each -> elements(each.path("responses"))),
                        elements(document.path("components").path("responses"))))
                .allSatisfy(response -> assertThat(
                                response.has("$ref") || response.path("headers").has("RateLimit"))
                        .isTrue());
        assertThat(List.of("Problem429", "Problem503"))
                .allSatisfy(name -> assertThat(document.at("/components/responses/" + name + "/headers")
                                .has("Retry-After"))
                        .isTrue());
    }

    @Test
    void everyOperationTellsItsPrice() {
        var prices = Arrays.stream(Price.values()).collect(toMap(Price::what, Price::tokens));
        assertThat(operations).allSatisfy(operation -> {
            var cost = operation.path("x-cost");
            assertThat(cost.path("tokens").asInt()).isPositive();
            var parameters = elements(operation.path("parameters"))
                    .map(each -> each.path("name").asText())
                    .collect(toSet());
            cost.path("surcharges").forEach(surcharge -> {
                assertThat(prices)
                        .containsEntry(
                                surcharge.path("when").asText(),
                                surcharge.path("tokens").asInt());
                assertThat(elements(surcharge.path("parameters")).map(JsonNode::asText))
                        .isNotEmpty()
                        .isSubsetOf(parameters);
            });
        });
        assertThat(cost("search")).isEqualTo(Price.SEARCH.tokens());
        assertThat(cost("getCalendar")).isEqualTo(Price.CALENDAR.tokens());
        assertThat(cost("getAtomFeed")).isEqualTo(Price.FEED.tokens());
        assertThat(cost("getJsonFeed")).isEqualTo(Price.FEED.tokens());
        assertThat(cost("exportLines")).isEqualTo(Price.EXPORT.tokens());
        assertThat(cost("getAccuracy")).isEqualTo(Price.ACCURACY.tokens());
    }

    private int cost(String operationId) {
        return operations.stream()
                .filter(each -> each.path("operationId").asText().equals(operationId))
                .mapToInt(each -> each.at("/x-cost/tokens").asInt())
                .sum();
    }

    @Test
    void whatIsAddedIsAnswered201WithItsAddress() {
        assertThat(operations.stream()
                        .filter(each -> each.path("operationId").asText().matches("add[A-Z]\\w+|issueKey"))
                        .toList())
                .hasSizeGreaterThan(7)
                .allSatisfy(operation -> {
                    assertThat(operation.at("/responses/201/headers/Location").isMissingNode())
                            .isFalse();
                    assertThat(operation.at("/responses/408/$ref").asText()).endsWith("Problem408");
                });
    }

    private Stream<Found> all() {
        return below("", document);
    }

    /** All objects in this value, but those inside examples, with their JSON pointers. */
    private static Stream<Found> below(String where, JsonNode value) {
        var children = value.isObject()
                ? value.properties().stream()
                        .filter(child -> !child.getKey().equals("example")
                                && !(child.getKey().equals("value") && where.contains("/examples/")))
                        .flatMap(child -> below(
                                where + "/"
                                        + child.getKey()
                                                .replace("~", "~0")
                                                .replace("/", "~1")
                                                .replace("{", "%7B")
                                                .replace("}", "%7D")
                                                .replace("+", "%2B"),
                                child.getValue()))
                : Stream.<Found>empty();
        if (value.isArray()) {
            var elements = new ArrayList<Found>();
            for (int i = 0; i < value.size(); i++) {
                below(where + "/" + i, value.get(i)).forEach(elements::add);
            }
            children = elements.stream();
        }
        return value.isObject() ? Stream.concat(Stream.of(new Found(where, value)), children) : children;
    }

    private static Stream<JsonNode> examples(JsonNode described) {
        return Stream.concat(
                described.has("example") ? Stream.of(described.path("example")) : Stream.empty(),
                elements(described.path("examples")).map(example -> example.path("value")));
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return Operations.elements(list);
    }
}
