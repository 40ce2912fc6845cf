package dev.solecast.http.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that wrong requests get a problem that tells how to correct them, never a 500 or an empty 200. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BadInputTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/releases?modle=new-balance-1000      | unknown-parameter | There is no parameter "modle" here.
                    /v1/releases/upcoming?sort=date          | unknown-parameter | There is no parameter "sort" here.
                    /v1/brands/nike?limit=3                  | unknown-parameter | This address takes none.
                    /v1/releases?status=soon                 | invalid-parameter | not one of: rumored, confirmed, delayed, released, cancelled
                    /v1/collaborations?stage=teased,hoped    | invalid-parameter | "hoped" is not one of: speculated,
                    /v1/releases?brand=                      | invalid-parameter | brand: is empty
                    /v1/releases?brand=New%20Balance         | invalid-parameter | such as new-balance-1000
                    /v1/releases?limit=0                     | invalid-parameter | limit: 0 is not a number from 1 to 100
                    /v1/releases?limit=101                   | invalid-parameter | limit: 101 is not a number from 1 to 100
                    /v1/releases?limit=many                  | invalid-parameter | limit: "many" is not a whole number
                    /v1/releases?from=2027-03-31&to=2027-03-01 | invalid-parameter | from: 2027-03-31 is after to, 2027-03-01
                    /v1/releases?from=2027-02-30             | invalid-parameter | from: "2027-02-30" is not a calendar day
                    /v1/releases?match=certain               | invalid-parameter | match: needs a range of days
                    /v1/releases?priceMin=100                | invalid-parameter | currency: is needed with priceMin
                    /v1/releases?priceMin=1e9&currency=USD   | invalid-parameter | not an amount of money, such as 150.00
                    /v1/releases?currency=DOLLAR             | invalid-parameter | not an ISO 4217 currency
                    /v1/releases?region=Chicago              | invalid-parameter | a region is an ISO 3166-1 country code
                    /v1/releases?region=ZZ                   | invalid-parameter | a region is an ISO 3166-1 country code
                    /v1/releases?tz=Boston                   | invalid-parameter | not an IANA zone name, such as America/New_York
                    /v1/releases?updatedSince=yesterday      | invalid-parameter | not an instant, such as 2027-03-01T09:00:00Z
                    /v1/releases?cursor=bm9uc2Vuc2U          | invalid-cursor    | This cursor is damaged
                    /v1/releases?cursor=***                  | invalid-cursor    | This cursor is damaged
                    /v1/brands?brand=%FF%FE                  | malformed-request | not valid UTF-8
                    /v1/brands?sort=%00                      | malformed-request | control character
                    """)
    void isRefusedByItsName(String address, String code, String detail) {
        var answer = problem(given().urlEncodingEnabled(false).get(address), 400, code);
        assertThat(answer).contains(detail);
    }

    @Test
    void anUnknownSlugIsNotFound() {
        assertThat(problem(given().get("/v1/releases/nike-dunk-9000"), 404, "not-found"))
                .isEqualTo("There is no release \"nike-dunk-9000\". /v1/releases lists those there are.");
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertThat(problem(given().get("/v1/sneakers"), 404, "not-found"))
                .isEqualTo("There is nothing at /v1/sneakers; /docs lists what there is.");
    }

    @Test
    void aWrongMethodIsNotAllowed() {
        problem(given().delete("/v1/accuracy"), 405, "method-not-allowed");
    }

    @Test
    void aWrongAcceptIsNotAcceptable() {
        assertThat(problem(given().accept("text/csv").get("/v1/brands"), 406, "not-acceptable"))
                .contains("application/json");
    }

    @Test
    void aTooLongAddressIsRefused() {
        var long20kB = "/v1/brands?sort=" + "x".repeat(20_000);
        assertThat(problem(given().get(long20kB), 414, "uri-too-long")).contains("8000 are allowed");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        var head = given().head("/v1/brands");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).startsWith("application/json");
        assertThat(head.body().asByteArray()).isEmpty();
        assertThat(given().head("/v1/brands/nobody").statusCode()).isEqualTo(404);
    }

    private static String problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        var json = answer.jsonPath();
        assertThat(json.getString("code")).isEqualTo(code);
        assertThat(json.getInt("status")).isEqualTo(status);
        assertThat(json.getString("type")).isEqualTo("/docs/problems#" + code);
        assertThat(json.getString("title")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("dev.solecast", "Exception", "java.", "select ");
        return json.getString("detail");
    }
}
