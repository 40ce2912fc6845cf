package dev.solecast.http.openapi;

import static dev.solecast.http.HttpCaller.get;
import static dev.solecast.http.HttpCaller.header;
import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OpenApiDocumentTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void committedContractIsTheOneServed() throws Exception {
        assertThat(YAML.readTree(Path.of("openapi/openapi.yaml").toFile()))
                .as("build with mvn package, and commit openapi/openapi.yaml")
                .isEqualTo(YAML.readTree(get("/openapi").body()));
    }

    @Test
    void documentComesInTheFormAskedFor() throws Exception {
        var yaml = YAML.readTree(get("/openapi").body());
        assertThat(header(get("/openapi?format=json"), "Content-Type")).startsWith("application/json");
        assertThat(json(get("/openapi?format=json")).path("paths")).hasSameSizeAs(yaml.path("paths"));
        assertThat(json(get("/openapi", "Accept", "application/json"))
                        .path("openapi")
                        .asText())
                .isEqualTo("3.1.0");
    }

    @Test
    void schemasHavePublicNames() throws Exception {
        var schemas = json(get("/openapi?format=json")).path("components").path("schemas");
        assertThat(schemas.properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("Release", "ReleasePage", "Rumor", "Problem", "Money")
                .noneMatch(Pattern.compile("View|dev\\.|java\\.|_").asPredicate());
    }

    @Test
    void wordsAreAsOnTheWire() throws Exception {
        var schemas = json(get("/openapi?format=json")).path("components").path("schemas");
        assertThat(Operations.elements(schemas.path("RumorKind").path("enum")).map(JsonNode::asText))
                .containsExactly("official", "retailer-listing", "teaser", "sighting", "report", "speculation");
    }

    @Test
    void fieldThatMayBeNullIsThereAndSaysSo() throws Exception {
        var release = json(get("/openapi?format=json"))
                .path("components")
                .path("schemas")
                .path("Release");
        assertThat(Operations.elements(release.path("required")).map(JsonNode::asText))
                .contains("slug", "date", "launch", "retailPrice")
                .doesNotContain("newestRumors");
        assertThat(release.path("properties").path("date").path("anyOf").toString())
                .isEqualTo("[{\"$ref\":\"#/components/schemas/ReleaseDate\"},{\"type\":\"null\"}]");
        assertThat(release.path("properties").path("statusReason").path("type").toString())
                .isEqualTo("[\"string\",\"null\"]");
    }
}
