package dev.solecast.http.problem;

import static dev.solecast.http.HttpCaller.call;
import static dev.solecast.http.HttpCaller.get;
import static dev.solecast.http.HttpCaller.header;
import static dev.solecast.http.HttpCaller.json;
import static dev.solecast.http.HttpCaller.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.http.MergePatch;
import dev.solecast.http.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProblemStatusTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeIsSentWithItsStatus(ProblemCode code) throws Exception {
        var response = get("/faults/problems/" + code.wireName());
        assertThat(response.statusCode()).isEqualTo(code.status());
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("code").asText()).isEqualTo(code.wireName());
        assertThat(json(response).path("status").asInt()).isEqualTo(code.status());
    }

    @Test
    void idempotencyKeyUsedForAnotherRequestIsUnprocessable() throws Exception {
        var key = UUID.randomUUID().toString();
        assertThat(add("{\"name\": \"Sole Ledger\", \"kind\": \"leaker\"}", key).statusCode())
                .isEqualTo(201);
        var other = add("{\"name\": \"Lace Ledger\", \"kind\": \"leaker\"}", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    private static HttpResponse<byte[]> add(String source, String key) throws Exception {
        return send(
                "POST",
                "/v1/sources",
                source,
                "Content-Type",
                "application/json",
                "X-API-Key",
                TestKeys.EDITOR.getValue(),
                "Idempotency-Key",
                key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/brands                    | GET, HEAD, OPTIONS, POST
            /v1/brands/new-balance        | DELETE, GET, HEAD, OPTIONS, PATCH, PUT
            /v1/releases/upcoming         | GET, HEAD, OPTIONS
            /v1/releases/new-balance-1000 | DELETE, GET, HEAD, OPTIONS, PATCH, PUT
            /v1/search                    | GET, HEAD, OPTIONS
            """)
    void optionsListsTheMethodsOfJustThisAddress(String address, String methods) throws Exception {
        assertThat(header(call("OPTIONS", address), "Allow")).isEqualTo(methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/brands?limit=1", "/openapi", "/docs/problems"})
    void eachLineOfARepeatedHeaderCounts(String address) throws Exception {
        var tag = header(get(address), "ETag");
        assertThat(get(address, "If-None-Match", "\"other\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(address, "If-None-Match", tag, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(get(address, "Accept-Encoding", "br", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEqualTo(header(get(address, "Accept-Encoding", "br, gzip"), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"colour\": null}", "{\"name\": \"Sole Post\", \"colour\": null}"})
    void unknownFieldThatIsNullIsRefused(String fields) throws Exception {
        var name = "Sole Post " + UUID.randomUUID();
        var added = json(send(
                "POST",
                "/v1/sources",
                "{\"name\": \"" + name + "\", \"kind\": \"leaker\"}",
                "Content-Type",
                "application/json",
                "X-API-Key",
                TestKeys.EDITOR.getValue()));
        var patched = send(
                "PATCH",
                "/v1/sources/" + added.path("slug").asText(),
                fields,
                "Content-Type",
                MergePatch.MEDIA_TYPE,
                "If-Match",
                "*",
                "X-API-Key",
                TestKeys.EDITOR.getValue());
        assertThat(patched.statusCode()).isEqualTo(400);
        assertThat(json(patched).path("errors").path(0).path("field").asText()).isEqualTo("colour");
    }

    @Test
    void pageOfTheContractRunsNoInlineScript() throws Exception {
        var page = get("/docs/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'; script-src 'self';");
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("/docs/swagger-ui-bundle.js", "docs.js")
                .doesNotContain("<script>");
        assertThat(header(page, "Cache-Control")).isEqualTo("public, max-age=300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/swagger-ui-bundle.js", "/docs/method/", "/docs/lines.csv"})
    void documentThatMayChangeIsNotKeptForLong(String address) throws Exception {
        var document = get(address);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(header(document, "Cache-Control")).doesNotContain("immutable", "86400");
        assertThat(header(document, "Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void foreignHostIsInNoLink() throws Exception {
        for (var address : new String[] {
            "/", "/v1/feed.json?limit=1", "/docs/embed", "/embed/drops", "/oembed?url=http://evil.example/"
        }) {
            assertThat(RawHttp.exchange(
                            "GET " + address + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .as(address)
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("evil.example");
        }
    }
}
