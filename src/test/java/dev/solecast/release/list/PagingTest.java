package dev.solecast.release.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by keyset: complete, without repeats, whatever is inserted meanwhile, and at a constant price. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PagingTest {

    private static final List<String> WINDOWS =
            List.of("2027-03-06", "2027", "2027-03", "2027-21", "2027-03/..", "2026-10", "2026-11-30", "202X");

    @Inject
    Fixtures fixtures;

    @Inject
    EntityManagerFactory hibernate;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/releases?sort=-date", "/v1/releases?sort=updated", "/v1/releases/upcoming?limit=7"})
    void aWalkSeesEveryRowOnceWhileOthersInsert(String list) {
        var brand = "adidas-" + Integer.toHexString(list.hashCode());
        samba(brand, 40);
        var before = slugsOf(brand, 40);

        var seen = new ArrayList<String>();
        var next =
                list + (list.contains("?") ? "&" : "?") + "brand=" + brand + (list.contains("limit") ? "" : "&limit=6");
        for (int page = 0; next != null; page++) {
            var answer = ask(next);
            seen.addAll(answer.jsonPath().getList("items.slug"));
            next = answer.jsonPath().getString("next");
            assertThat(answer.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            release(brand, 500 + page);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aHundredReleasesCostAsManyStatementsAsTen() {
        samba("adidas-originals", 100);

        var ofTen = statements("/v1/releases/upcoming?brand=adidas-originals&include=rumors&limit=10");
        var ofHundred = statements("/v1/releases/upcoming?brand=adidas-originals&include=rumors&limit=100");

        assertThat(ofHundred).isEqualTo(ofTen).isLessThanOrEqualTo(6);
    }

    /** Of several tries, each asked for the first time, the least: what the service does for itself is counted too. */
    private long statements(String address) {
        return Stream.of("UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York", "America/Chicago")
                .mapToLong(zone -> statementsOfOne(address + "&tz=" + zone))
                .min()
                .orElseThrow();
    }

    private long statementsOfOne(String address) {
        var statistics = hibernate.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        assertThat(ask(address).jsonPath().getList("items")).isNotEmpty();
        return statistics.getPrepareStatementCount();
    }

    /** Each with a colorway, a collaboration, a retailer and two rumors, so that all that can nest does. */
    private void samba(String brand, int releases) {
        fixtures.brand(brand, "adidas");
        fixtures.model(brand + "-samba", brand, "Samba");
        fixtures.source(brand + "-itself", "brand");
        for (int i = 0; i < releases; i++) {
            release(brand, i);
        }
    }

    private void release(String brand, int number) {
        var slug = brand + "-samba-" + number;
        fixtures.collaborator(slug + "-club", "Club " + number);
        fixtures.collaboration(slug + "-collab", brand + "-samba", brand, slug + "-club");
        fixtures.colorway(
                slug + "-color",
                brand + "-samba",
                "\"collaboration\": \"" + slug + "-collab\", \"colors\": [{\"name\": \"white\"}]");
        fixtures.release(
                slug,
                brand + "-samba",
                "\"colorway\": \"" + slug + "-color\"",
                "\"retailers\": [{\"name\": \"adidas\", \"method\": \"draw\"}]");
        if (number % 9 != 0) {
            fixtures.claim(slug, brand + "-itself", "report", WINDOWS.get(number % WINDOWS.size()));
        }
        fixtures.rumor(slug, brand + "-itself", "sighting");
    }

    private static List<String> slugsOf(String brand, int releases) {
        return IntStream.range(0, releases).mapToObj(i -> brand + "-samba-" + i).toList();
    }

    private static Response ask(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
