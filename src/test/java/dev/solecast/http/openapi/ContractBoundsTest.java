package dev.solecast.http.openapi;

import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.http.HttpCaller;
import dev.solecast.http.openapi.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service refuses what the contract says is too long or too many, and names it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContractBoundsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Operations operations;

    @BeforeEach
    void readContract() throws Exception {
        operations =
                new Operations(new String(HttpCaller.get("/openapi?format=json").body(), StandardCharsets.UTF_8));
    }

    @Test
    void parameterBeyondItsBoundIsRefusedAndNamed() throws Exception {
        var tried = new ArrayList<String>();
        for (var operation : operations.all()) {
            if (!operation.method().equals("GET") || operation.isEndless()) {
                continue;
            }
            for (var parameter : operation.parameters().toList()) {
                var schema = operations.resolved(parameter.path("schema"));
                if (!parameter.path("in").asText().equals("query")) {
                    continue;
                }
                var name = parameter.path("name").asText();
                if (schema.has("maxItems")) {
                    var value = first(operations.resolved(schema.path("items")));
                    refused(
                            operation,
                            name,
                            String.join(
                                    ",",
                                    Collections.nCopies(schema.path("maxItems").asInt() + 1, value)));
                    tried.add(name);
                } else if (schema.has("maxLength")) {
                    refused(operation, name, "x".repeat(schema.path("maxLength").asInt() + 1));
                    tried.add(name);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(100);
    }

    private static String first(JsonNode schema) {
        return schema.has("enum")
                ? schema.path("enum").get(0).asText()
                : schema.path("examples").path(0).asText("a");
    }

    private static void refused(Operation operation, String name, String value) throws Exception {
        var answer = HttpCaller.get(operation.with(name, value), operation.withKey());
        assertThat(answer.statusCode()).as(operation + " " + name).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText())
                .as(operation + " " + name)
                .isEqualTo(name);
    }

    @Test
    void fieldBeyondItsBoundIsRefusedAndNamed() throws Exception {
        var tried = new ArrayList<String>();
        for (var operation : operations.all()) {
            if (!operation.method().equals("POST") || !operation.bodyType().equals("application/json")) {
                continue;
            }
            var example = JSON.readTree(operation.body());
            var content = operation.text().at("/requestBody/content/application~1json/schema");
            for (var property : operations.resolved(content).path("properties").properties()) {
                var schema = operations.resolved(property.getValue());
                var body = example.deepCopy();
                if (schema.has("maxLength") && !schema.has("enum")) {
                    ((ObjectNode) body)
                            .put(
                                    property.getKey(),
                                    "x".repeat(schema.path("maxLength").asInt() + 1));
                } else if (schema.has("maxItems")) {
                    var items = ((ObjectNode) body).putArray(property.getKey());
                    var value = example.path(property.getKey()).path(0);
                    for (int i = schema.path("maxItems").asInt(); i >= 0; i--) {
                        items.add(value.isMissingNode() ? JSON.getNodeFactory().textNode("x" + i) : value);
                    }
                } else {
                    continue;
                }
                tried.add(operation + " " + property.getKey());
                var answer = HttpCaller.send(
                        "POST",
                        operation.address(),
                        body.toString(),
                        "Content-Type",
                        "application/json",
                        TestKeys.ADMIN.getName(),
                        TestKeys.ADMIN.getValue());
                assertThat(answer.statusCode())
                        .as(operation + " " + property.getKey() + " "
                                + new String(answer.body(), StandardCharsets.UTF_8))
                        .isEqualTo(400);
                assertThat(fields(json(answer)))
                        .as(operation + " " + property.getKey())
                        .anyMatch(field -> field.startsWith(property.getKey()));
            }
        }
        assertThat(tried).hasSizeGreaterThan(40);
    }

    private static List<String> fields(JsonNode problem) {
        return Operations.elements(problem.path("errors"))
                .map(each -> each.path("field").asText())
                .toList();
    }
}
