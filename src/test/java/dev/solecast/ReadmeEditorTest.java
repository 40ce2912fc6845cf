package dev.solecast;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the README's section for editors in their order. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadmeEditorTest {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource
    URL service;

    @TempDir
    Path home;

    @Test
    void fromTheAdminKeyToAReleaseWithTwoConflictingRumors() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var section = readme.substring(readme.indexOf("## Write it"), readme.indexOf("## Follow it"));
        var commands = COMMANDS.matcher(section.replaceFirst("KEY=.*", "KEY=" + TestKeys.ADMIN.getValue()))
                .results()
                .map(match -> match.group(1))
                .filter(script -> script.contains("curl"))
                .collect(Collectors.joining("\n"));
        // The README says port 8080; this redirects curl to the port of the test.
        Files.writeString(home.resolve(".curlrc"), "connect-to = localhost:8080:localhost:" + service.getPort() + "\n");
        var bash = new ProcessBuilder("bash", "-euc", commands)
                .directory(home.toFile())
                .redirectErrorStream(true);
        bash.environment().put("CURL_HOME", home.toString());
        var process = bash.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).doesNotContain("/docs/problems#");
        get("/v1/releases/autry-medalist-us")
                .then()
                .body("rumors.count", equalTo(2))
                .body("date.edtf", equalTo("2027-03-06"))
                .body("status", equalTo("confirmed"));
        get("/v1/changes?release=autry-medalist-us")
                .then()
                .body(
                        "items.kind",
                        hasItems("created", "rumor-added", "date-changed", "forecast-moved", "status-changed"));
        get("/v1/releases/saucony-jazz-original-us").then().body("rumors.count", equalTo(1));
        get("/v1/brands/autry").then().body("knownFor", equalTo("Leather tennis shoes of the 1980s"));
    }
}
