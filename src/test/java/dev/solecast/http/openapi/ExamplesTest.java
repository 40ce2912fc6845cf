package dev.solecast.http.openapi;

import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.TestDatabase;
import dev.solecast.http.HttpCaller;
import dev.solecast.http.openapi.Operations.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests that the contract's examples are real answers. The option -Dexamples=write updates them after an intended
 * change; run only this test, on only the shipped catalog.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/contract");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void everyExampleIsWhatTheServiceAnswers() throws Exception {
        var operations =
                new Operations(new String(HttpCaller.get("/openapi?format=json").body(), StandardCharsets.UTF_8));
        var reading = operations.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.isEndless())
                .toList();
        for (var operation : reading) {
            var file = FOLDER.resolve(operation.id() + ".json");
            var example = (ObjectNode) JSON.readTree(file.toFile());
            var address = example.path("request").asText();
            if (System.getProperty("examples", "").equals("write")) {
                example.set("answer", json(get(operation, address)));
                Files.writeString(file, onItsUsualPort(JSON.writeValueAsString(example)) + "\n");
            }
            var shown = example.path("answer");
            if (shown.isTextual()) {
                // The list grows with other tests; UIDs, ports and the place in the log, which updated holds, differ.
                assertThat(json(get(operation, address)).asText())
                        .as(file.toString())
                        .startsWith(shown.asText().split("UID|localhost|<updated>", 2)[0]);
            } else if (example.has("changes")) {
                assertThat(json(get(operation, address)).fieldNames())
                        .toIterable()
                        .as(file.toString())
                        .containsExactlyElementsOf(shown::fieldNames);
            } else if (shown.has("items")) {
                // The items shown must be in the list, even if other tests added more.
                var all = itemsOfAllPages(operation, Operations.replaced(address, "limit", "100"));
                assertThat(all).as(file.toString()).containsAll(items(shown));
            } else {
                assertThat(json(get(operation, address))).as(file.toString()).isEqualTo(shown);
            }
        }
    }

    /** Allows a folded calendar line there. */
    private static String onItsUsualPort(String example) {
        return example.replaceAll("localhost:(?<fold>(\\\\r\\\\n )?)[0-9]+", "localhost:${fold}8080");
    }

    private static List<JsonNode> itemsOfAllPages(Operation operation, String address) throws Exception {
        var all = new ArrayList<JsonNode>();
        for (var next = address; next != null; ) {
            var page = json(get(operation, next));
            all.addAll(items(page));
            // The log has a next page for ever.
            next = items(page).isEmpty() ? null : page.path("next").textValue();
        }
        return all;
    }

    private static List<JsonNode> items(JsonNode page) {
        return Operations.elements(page.path("items")).toList();
    }

    private static HttpResponse<byte[]> get(Operation operation, String address) throws Exception {
        return HttpCaller.get(address, operation.withKey());
    }
}
