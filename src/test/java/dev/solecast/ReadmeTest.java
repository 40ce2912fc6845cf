package dev.solecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the README's curl commands unchanged; their output must equal the JSON that the README shows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadmeTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\n(curl [^\n]+)\n```\n\n```json\n(.*?)```", Pattern.DOTALL);

    /** Fields whose values differ from run to run. */
    private static final List<String> VARYING = List.of("updatedAt", "recordedAt", "id", "instance");

    private final ObjectMapper json = new ObjectMapper();

    @TestHTTPResource
    URL service;

    @TempDir
    Path home;

    record Example(String command, String answer) {
        @Override
        public String toString() {
            return command;
        }
    }

    static List<Example> examples() throws Exception {
        var found = EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> new Example(match.group(1), match.group(2)))
                .toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(5);
        return found;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCommandPrintsWhatTheReadmeShows(Example example) throws Exception {
        // The README says port 8080; this redirects curl to the port of the test, and the command stays unchanged.
        Files.writeString(home.resolve(".curlrc"), "connect-to = localhost:8080:localhost:" + service.getPort() + "\n");
        var bash = new ProcessBuilder("bash", "-c", example.command()).redirectErrorStream(true);
        bash.environment().put("CURL_HOME", home.toString());
        var process = bash.start();
        var printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("curl is needed: " + printed).isZero();
        assertThat(withoutVarying(json.readTree(printed))).isEqualTo(withoutVarying(json.readTree(example.answer())));
    }

    private static JsonNode withoutVarying(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(VARYING);
        }
        node.forEach(ReadmeTest::withoutVarying);
        return node;
    }
}
