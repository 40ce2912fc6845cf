package dev.solecast.http;

import static dev.solecast.http.Caller.get;
import static dev.solecast.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The examples in the contract are real answers. When an answer has changed on purpose, -Dexamples=write takes the new
 * ones; do it with this test alone, on the shipped catalogue alone.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/contract");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void everyExampleIsWhatTheServiceAnswers() throws Exception {
        for (var file : files()) {
            var example = (ObjectNode) JSON.readTree(file.toFile());
            var address = example.path("request").asText();
            if (System.getProperty("examples", "").equals("write")) {
                example.set("answer", json(get(address)));
                Files.writeString(file, JSON.writeValueAsString(example) + "\n");
            }
            var shown = example.path("answer");
            if (shown.has("items")) {
                // Other tests may have added to the list; what is shown must still be in it.
                var all = json(get(Operations.replaced(address, "limit", "100")));
                assertThat(items(all)).as(file.toString()).containsAll(items(shown));
            } else if (example.has("changes")) {
                assertThat(json(get(address)).fieldNames())
                        .toIterable()
                        .as(file.toString())
                        .containsExactlyElementsOf(shown::fieldNames);
            } else {
                assertThat(json(get(address))).as(file.toString()).isEqualTo(shown);
            }
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return Operations.elements(page.path("items")).toList();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
