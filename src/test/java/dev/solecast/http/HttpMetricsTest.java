package dev.solecast.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class HttpMetricsTest {

    private static final Pattern URI_TAG = Pattern.compile("http_server_requests.*uri=\"([^\"]*)\"");
    private static final Pattern METHOD_TAG = Pattern.compile("http_server_requests.*method=\"([^\"]*)\"");

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void requestsAreCountedByTemplateAndEverythingElseAsOne() {
        for (var address : List.of(
                "/v1/brands/new-balance",
                "/v1/brands/measured-unknown",
                "/v1/brands?measured=1",
                "/v1/measured/nowhere",
                "/measured",
                "/measured/%FF",
                "/docs/measured.js",
                "//measured//",
                "/v1/releases/upcoming")) {
            given().urlEncodingEnabled(false).get(address);
        }
        given().request("MEASURED", "/v1/brands");
        given().delete("/v1/brands");
        var report = report();
        assertThat(tags(URI_TAG, report))
                .contains("/v1/brands", "/v1/brands/{slug}", "/v1/releases/upcoming", "/other")
                .noneMatch(uri -> uri.contains("measured") || uri.equals("/v1/brands/new-balance"));
        assertThat(tags(METHOD_TAG, report)).contains("GET", "DELETE", "OTHER").doesNotContain("MEASURED");
    }

    @Test
    void latenciesComeInBucketsUpToTheDeadline() {
        given().get("/v1/brands");
        assertThat(report())
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/v1/brands\",le=\"0.05\"")
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/v1/brands\",le=\"3.0\"");
    }

    @Test
    void poolAndJvmAreMeasured() {
        assertThat(report()).contains("agroal_available_count", "agroal_awaiting_count", "jvm_memory_used_bytes");
    }

    @Test
    void managementIsNotOnThePortOfTheService() {
        for (var address : List.of("/q/metrics", "/q/health", "/q/health/live", "/q/health/ready", "/q", "/q/dev")) {
            assertThat(given().get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(given().get("/openapi").statusCode()).isEqualTo(200);
        assertThat(given().get("/docs").statusCode()).isEqualTo(200);
    }

    private String report() {
        return given().get(management.resolve("/q/metrics")).asString();
    }

    private static Set<String> tags(Pattern tag, String report) {
        return tag.matcher(report).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
