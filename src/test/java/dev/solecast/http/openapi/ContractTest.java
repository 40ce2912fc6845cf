package dev.solecast.http.openapi;

import static dev.solecast.http.HttpCaller.header;
import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.TestDatabase;
import dev.solecast.http.HttpCaller;
import dev.solecast.http.openapi.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Tests of every operation in the contract; reading the contract includes new operations. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContractTest {

    private Operations operations;

    @BeforeEach
    void readContract() throws Exception {
        operations =
                new Operations(new String(HttpCaller.get("/openapi?format=json").body(), StandardCharsets.UTF_8));
        assertThat(operations.all()).hasSizeGreaterThan(15);
    }

    @TestFactory
    Stream<DynamicTest> isDescribedInFull() {
        return all(operation -> {
            assertThat(operation.text().path("summary").asText()).isNotBlank();
            assertThat(operation.address())
                    .as("put an example into src/main/resources/contract/" + operation.id() + ".json")
                    .startsWith("/v1/");
            assertThat(operation.parameters())
                    .allSatisfy(parameter -> assertThat(
                                    parameter.path("description").asText())
                            .as(parameter.path("name").asText())
                            .isNotBlank());
            assertThat(operation.text().path("responses").properties())
                    .allSatisfy(response -> assertThat(operations
                                    .resolved(response.getValue())
                                    .path("description")
                                    .asText())
                            .isNotBlank());
        });
    }

    @TestFactory
    Stream<DynamicTest> answerMatchesItsSchema() {
        return reading(operation -> {
            var answer = get(operation, operation.address());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(operations.faults(operation, json(answer))).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> unknownParameterIsRefusedAndNamed() {
        return reading(operation -> {
            var problem = problem(get(operation, operation.with("colour", "pink")), 400, "unknown-parameter");
            assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("colour");
        });
    }

    @TestFactory
    Stream<DynamicTest> valueOfTheWrongFormIsRefusedAndItsParameterNamed() {
        return reading(operation -> {
            for (var parameter :
                    operation.parameters().filter(this::isRestricted).toList()) {
                var name = parameter.path("name").asText();
                for (var value : badValues(parameter)) {
                    var problem = problem(get(operation, operation.with(name, value)), 400, "invalid-parameter");
                    assertThat(problem.path("errors").path(0).path("field").asText())
                            .isEqualTo(name);
                    assertThat(problem.path("detail").asText()).startsWith(name + ": ");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> headIsGetWithoutItsBody() {
        return reading(operation -> {
            for (var address : List.of(operation.address(), operation.with("colour", "pink"))) {
                var got = get(operation, address, "Accept-Encoding", "gzip");
                var head = call(operation, "HEAD", address, "Accept-Encoding", "gzip");
                assertThat(head.statusCode()).isEqualTo(got.statusCode());
                assertThat(head.body()).isEmpty();
                assertThat(sorted(head.headers())).isEqualTo(sorted(got.headers()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> answerThatTheCallerHasIsNotSentAgain() {
        return reading(operation -> {
            var answer = get(operation, operation.address());
            var tag = header(answer, "ETag");
            assertThat(tag).matches("\"(\\d+\\.)?[\\w-]{22}\"");
            for (var method : List.of("GET", "HEAD")) {
                var again = call(operation, method, operation.address(), "If-None-Match", tag);
                assertThat(again.statusCode()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                for (var header : List.of("ETag", "Cache-Control", "Vary")) {
                    assertThat(header(again, header)).isEqualTo(header(answer, header));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> methodThatIsNotThereIsRefusedWithThoseThatAre() {
        return reading(operation -> {
            var there = new TreeSet<>(operations.methods(operation.path()));
            var elsewhere = operations.methodsOfTemplates(operation.address());
            var missing = Stream.of("PUT", "PATCH", "DELETE", "POST")
                    .filter(method -> !elsewhere.contains(method))
                    .findFirst()
                    .orElseThrow();
            var answer = call(operation, missing, operation.address());
            problem(answer, 405, "method-not-allowed");
            there.addAll(List.of("HEAD", "OPTIONS"));
            assertThat(header(answer, "Allow")).isEqualTo(String.join(", ", there));
        });
    }

    @TestFactory
    Stream<DynamicTest> mediaTypeThatIsNotThereIsRefused() {
        return reading(operation -> problem(
                get(operation, operation.address(), "Accept", "application/vnd.ms-excel"), 406, "not-acceptable"));
    }

    @TestFactory
    Stream<DynamicTest> slugThatIsNotThereIsNotFound() {
        return reading(operation -> {
            if (operation.path().contains("{slug}")) {
                problem(get(operation, operation.with("slug", "new-balance-10000")), 404, "not-found");
            }
        });
    }

    private static HttpResponse<byte[]> get(Operation operation, String address, String... headers) throws Exception {
        return call(operation, "GET", address, headers);
    }

    private static HttpResponse<byte[]> call(Operation operation, String method, String address, String... headers)
            throws Exception {
        return HttpCaller.call(method, address, operation.withKey(headers));
    }

    private JsonNode problem(HttpResponse<byte[]> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        var problem = json(answer);
        assertThat(operations.faultsOfProblem(problem)).isEmpty();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("/docs/problems#" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).endsWith(".");
        return problem;
    }

    private boolean isRestricted(JsonNode parameter) {
        var schema = operations.resolved(element(parameter));
        return schema.has("enum")
                || schema.has("pattern")
                || schema.has("format")
                || schema.path("type").asText().equals("integer")
                || parameter.path("name").asText().equals("tz");
    }

    private List<String> badValues(JsonNode parameter) {
        var schema = operations.resolved(element(parameter));
        // Ids and places in the log reach as far as any number; there is nothing at those that do not exist.
        long maximum = schema.path("maximum").asLong(Long.MAX_VALUE);
        return maximum < Integer.MAX_VALUE ? List.of("!", "-1", Long.toString(maximum + 1)) : List.of("!");
    }

    private static JsonNode element(JsonNode parameter) {
        var schema = parameter.path("schema");
        return schema.has("items") ? schema.path("items") : schema;
    }

    private static Map<String, List<String>> sorted(HttpHeaders headers) {
        var all = new TreeMap<>(headers.map());
        all.remove("x-request-id"); // differs per request
        all.remove("transfer-encoding"); // describes the body, which HEAD lacks
        return all;
    }

    private Stream<DynamicTest> reading(ThrowingConsumer<Operation> test) {
        return tests(
                operations.all().stream()
                        .filter(operation -> operation.method().equals("GET"))
                        .filter(operation -> !operation.isEndless()),
                test);
    }

    private Stream<DynamicTest> all(ThrowingConsumer<Operation> test) {
        return tests(operations.all().stream(), test);
    }

    private static Stream<DynamicTest> tests(Stream<Operation> operations, ThrowingConsumer<Operation> test) {
        return operations.map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> test.accept(operation)));
    }
}
