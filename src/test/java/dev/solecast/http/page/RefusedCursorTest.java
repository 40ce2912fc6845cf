package dev.solecast.http.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that cursors of another query and forged ones are refused with a reason. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RefusedCursorTest {

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        var next = given().get("/v1/models?limit=1").jsonPath().getString("next");
        var cursor = next.substring(next.indexOf("cursor="));
        refused(given().get("/v1/models?brand=nike&" + cursor), "This cursor belongs to another query");
        assertThat(given().get("/v1/models?limit=3&" + cursor).statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedCursorIsDamagedToo() {
        var fingerprint = Cursor.fingerprint("/v1/brands?");
        for (var keys : List.of(List.of("Nike"), List.of("Nike", "not a number"))) {
            var forged = new Cursor(fingerprint, LocalDate.EPOCH, LocalDate.EPOCH, keys).encode();
            refused(given().get("/v1/brands?cursor=" + forged), "This cursor is damaged");
        }
    }

    private static void refused(Response response, String why) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("invalid-cursor");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/docs/problems#invalid-cursor");
        assertThat(response.jsonPath().getString("detail")).startsWith(why);
    }
}
