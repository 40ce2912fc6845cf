package dev.solecast.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The files that other sites load and pin. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AssetsTest {

    private static final int MAX_BYTES = 12_000;
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    Assets assets;

    @Test
    void componentIsAtMost12KilobytesAsItIsSent() throws Exception {
        // REST Assured would decompress the response.
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/embed.js"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body()).hasSizeBetween(1_000, MAX_BYTES);
    }

    @Test
    void pinnedAddressHoldsTheVeryBytesThatItsHashNames() throws Exception {
        var answer = given().header("Origin", "https://partner.example").get(assets.componentPath());
        answer.then()
                .statusCode(200)
                .contentType("text/javascript;charset=utf-8")
                .header("Cache-Control", FOREVER)
                .header("Access-Control-Allow-Origin", "https://partner.example")
                .header("X-Content-Type-Options", "nosniff");
        var sum = MessageDigest.getInstance("SHA-384").digest(answer.asByteArray());
        assertThat(assets.component().integrity())
                .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(sum));
        given().get("/docs/embed")
                .then()
                .statusCode(200)
                .body(containsString(assets.component().integrity()))
                .body(containsString(assets.componentPath()));
    }

    @Test
    void newestComponentIsKeptForFiveMinutes() {
        var answer = given().get("/embed.js");
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=300");
        assertThat(answer.asByteArray()).isEqualTo(assets.component().bytes());
    }

    @Test
    void versionThatWasPinnedOnceIsServedForGood() {
        given().get("/embed/0123456789abcdef/embed.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", FOREVER)
                .body(containsString("have pinned"));
    }

    /**
     * Sites pin the component of each release of this service, so later releases have to serve it too:
     * {@code mvn test -Dtest=AssetsTest -Dembed=keep} stores it.
     */
    @Test
    void componentOfEveryReleaseIsKept() throws Exception {
        var kept =
                Path.of("src/main/resources/embed/released", assets.component().version() + ".js");
        if (System.getProperty("embed", "").equals("keep")) {
            Files.createDirectories(kept.getParent());
            Files.write(kept, assets.component().bytes());
        }
        var newest = Files.readAllLines(Path.of("CHANGELOG.md")).stream()
                .filter(line -> line.startsWith("## "))
                .findFirst()
                .orElseThrow();
        assertThat(newest.equals("## Unreleased") || Files.exists(kept))
                .as("a release whose component is not kept in " + kept)
                .isTrue();
    }

    @Test
    void versionThatNeverWasIsNotFound() {
        for (var path : new String[] {
            "/embed/0000000000000000/embed.js", "/embed/..%2Fdrops/embed.js", "/assets/0000000000000000/page.css"
        }) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .header("Cache-Control", "no-store")
                    .contentType("application/problem+json");
        }
    }

    @Test
    void ownFilesAreKeptForGood() {
        for (var name : new String[] {"page.css", "calendar.js", "search.js", "icon.svg"}) {
            given().get(assets.pageFilePath(name)).then().statusCode(200).header("Cache-Control", FOREVER);
        }
    }
}
