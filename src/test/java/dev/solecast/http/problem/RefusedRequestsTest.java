package dev.solecast.http.problem;

import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.auth.Roles;
import dev.solecast.http.HttpCaller;
import dev.solecast.http.openapi.Operations;
import dev.solecast.http.openapi.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Tests that operations with a role refuse requests without a sufficient key. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RefusedRequestsTest {

    /** The key one role below each role; READER has none, as any key suffices. */
    private static final Map<String, Header> TOO_LOW = Map.of(
            Roles.CONTRIBUTOR, TestKeys.READER,
            Roles.EDITOR, TestKeys.CONTRIBUTOR,
            Roles.ADMIN, TestKeys.EDITOR);

    private Operations operations;

    @BeforeEach
    void readContract() throws Exception {
        operations =
                new Operations(new String(HttpCaller.get("/openapi?format=json").body(), StandardCharsets.UTF_8));
    }

    @Test
    void whateverWritesNeedsAKeyAndSoDoesWhatIsAboutKeys() {
        assertThat(operations.all())
                .filteredOn(operation -> !operation.method().equals("GET"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(operation -> assertThat(operation.role())
                        .as(operation.toString())
                        .isIn(Roles.READER, Roles.CONTRIBUTOR, Roles.EDITOR, Roles.ADMIN));
        assertThat(operations.all())
                .filteredOn(operation -> operation.path().startsWith("/v1/keys"))
                .allSatisfy(operation ->
                        assertThat(operation.role()).as(operation.toString()).isNotEmpty());
    }

    @Test
    void contractTellsHowAKeyIsSentAndWhereItIsNeeded() {
        var schemes = operations.document().path("components").path("securitySchemes");
        assertThat(schemes.path("bearer").path("scheme").asText()).isEqualTo("bearer");
        assertThat(schemes.path("header").path("name").asText()).isEqualTo("X-API-Key");
        assertThat(operations.all()).allSatisfy(operation -> {
            var anonymous = operation.role().isEmpty() ? "{}," : "";
            assertThat(operation.text().path("security").toString())
                    .as(operation.toString())
                    .isEqualTo("[" + anonymous + "{\"bearer\":[]},{\"header\":[]}]");
            assertThat(operation.text().path("responses").properties())
                    .extracting(Map.Entry::getKey)
                    .as(operation.toString())
                    .contains("401", "403", "429");
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutAKeyItIsSaidWhichIsNeeded() {
        return guarded(operation -> {
            var answer = send(operation);
            assertThat(refusal(answer, 401, "key-required"))
                    .startsWith("This needs a key of the role " + operation.role() + ", sent as ");
            assertThat(HttpCaller.header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
        });
    }

    @TestFactory
    Stream<DynamicTest> keyThatIsWrongExpiredOrRevokedIsRefused() {
        return guarded(operation -> {
            assertThat(refusal(send(operation, TestKeys.WRONG), 401, "invalid-key"))
                    .startsWith("There is no such key.");
            assertThat(refusal(send(operation, TestKeys.EXPIRED), 401, "invalid-key"))
                    .contains("expired at 2026-11-21T06:00:00Z");
            assertThat(refusal(send(operation, TestKeys.REVOKED), 401, "invalid-key"))
                    .contains("was revoked at 2026-11-22T06:00:00Z");
        });
    }

    @TestFactory
    Stream<DynamicTest> roleThatIsTooLowIsRefused() {
        return guarded(operation -> {
            var key = TOO_LOW.get(operation.role());
            if (key == null) {
                assertThat(operation.role()).isEqualTo(Roles.READER);
            } else {
                assertThat(refusal(send(operation, key), 403, "role-required"))
                        .startsWith("This needs a key of the role " + operation.role() + "; yours, ");
            }
        });
    }

    private Stream<DynamicTest> guarded(ThrowingConsumer<Operation> test) {
        var guarded = operations.all().stream()
                .filter(operation -> !operation.role().isEmpty())
                .toList();
        assertThat(guarded).hasSizeGreaterThanOrEqualTo(5);
        return guarded.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> test.accept(operation)));
    }

    /** Sends a request that is valid except for its key and its missing shoe. */
    private static HttpResponse<byte[]> send(Operation operation, Header... keys) throws Exception {
        var address = operation.path().replaceAll("\\{\\w+}", "new-balance-1000-lost");
        var headers = Stream.concat(
                        Stream.of("Content-Type", operation.bodyType(), "If-Match", "*"),
                        Stream.of(keys).flatMap(key -> Stream.of(key.getName(), key.getValue())))
                .toArray(String[]::new);
        return HttpCaller.send(operation.method(), address, operation.body(), headers);
    }

    private String refusal(HttpResponse<byte[]> answer, int status, String code) throws Exception {
        var problem = json(answer);
        assertThat(answer.statusCode()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(operations.faultsOfProblem(problem)).isEmpty();
        assertThat(HttpCaller.header(answer, "Cache-Control")).isEqualTo("no-store");
        return problem.path("detail").asText();
    }
}
