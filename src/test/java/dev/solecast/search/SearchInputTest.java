package dev.solecast.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any input is treated as text, and invalid parameters as problems. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SearchInputTest {

    static List<String> hostile() {
        return List.of(
                "'",
                "\"",
                "%",
                "_",
                "\\",
                "'; drop table search_entry; --",
                "') or 1=1 --",
                "$1 ${x} :text ?",
                "{a,b} {\"x\"} NULL",
                "🔥👟",
                "\u200f\u202e\u2066",
                "(a+)+$",
                "[a-z]*|.*",
                "^.{1000}",
                "#1",
                "=nike",
                "!!! --- ...",
                "x",
                "日本語 Кириллица ελληνικά",
                "e\u0301\u0301\u0301\u0301\u0301",
                "word ".repeat(39).strip(),
                "a ".repeat(100).strip(),
                "a".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsOnlyText(String text) {
        given().queryParam("q", text)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(lessThanOrEqualTo(20)));
        given().queryParam("q", "kith").get("/v1/search").then().body("items[0].slug", equalTo("kith"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            'kith'
            "Kith"
            kith 🔥
            ki\u200fth
            kith%
            kith\\
            (kith)
            """)
    void marksAroundAWordDoNotHideIt(String text) {
        given().queryParam("q", text).get("/v1/search").then().body("items[0].slug", equalTo("kith"));
    }

    @Test
    void marksThatOnlyTheIndexUsesCannotBeTyped() {
        var marked =
                given().queryParam("q", "#1").get("/v1/search?type=colorway").asString();
        assertThat(marked)
                .isEqualTo(given().queryParam("q", "1")
                        .get("/v1/search?type=colorway")
                        .asString());
    }

    @Test
    void onlyPunctuationFindsNothing() {
        given().queryParam("q", "?!").get("/v1/search").then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/search                          | type what you look for
            /v1/search?q=%20%20                 | type what you look for
            /v1/search?q=                       | q: is empty
            /v1/search?q=kith&type=shoe         | brand, collaborator, model
            /v1/search?q=kith&limit=101         | 1 to 100
            /v1/search?q=kith&limit=0           | 1 to 100
            /v1/search?q=kith&cursor=abc        | There are: limit, q, type, tz
            """)
    void whatCannotBeAskedIsAProblemThatHelps(String address, String help) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(help));
    }

    @Test
    void longerThanALineIsRefused() {
        given().queryParam("q", "a".repeat(201))
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("q"));
        given().queryParam("q", "a".repeat(10_000)).get("/v1/search").then().statusCode(414);
    }

    @Test
    void listIsCutAtItsLimit() {
        var all = given().queryParam("q", "new balance").get("/v1/search?limit=100");
        all.then().body("next", nullValue()).body("today", equalTo("2026-11-22"));
        given().queryParam("q", "new balance").get("/v1/search?limit=3").then().body("items", hasSize(3));
        assertThat(all.<List<String>>path("items.address"))
                .hasSizeGreaterThan(3)
                .doesNotHaveDuplicates();
    }
}
