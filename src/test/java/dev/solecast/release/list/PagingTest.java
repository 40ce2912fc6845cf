package dev.solecast.release.list;

import static dev.solecast.Field.brand;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.field;
import static dev.solecast.Field.model;
import static dev.solecast.Field.name;
import static dev.solecast.Field.object;
import static dev.solecast.Field.region;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.slug;
import static dev.solecast.Field.window;
import static dev.solecast.Fixtures.line;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Field;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyset pages are complete and without repeats while rows are inserted, and the number of statements is constant. */
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
        addReleases(brand, 40);
        var before = slugsOf(brand, 40);

        var seen = new ArrayList<String>();
        var next =
                list + (list.contains("?") ? "&" : "?") + "brand=" + brand + (list.contains("limit") ? "" : "&limit=6");
        for (int page = 0; next != null; page++) {
            var answer = ask(next);
            seen.addAll(answer.jsonPath().getList("items.slug"));
            next = answer.jsonPath().getString("next");
            assertThat(answer.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            fixtures.importLines(release(brand, 500 + page));
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aHundredReleasesCostAsManyStatementsAsTen() {
        addReleases("adidas-originals", 100);

        var ofTen = statements("/v1/releases/upcoming?brand=adidas-originals&include=rumors&limit=10");
        var ofHundred = statements("/v1/releases/upcoming?brand=adidas-originals&include=rumors&limit=100");

        assertThat(ofHundred).isEqualTo(ofTen).isLessThanOrEqualTo(6);
    }

    /**
     * The least number of several tries, because statements of background jobs are counted too. Each try has an address
     * that is not cached.
     */
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

    /** By one import, which takes a fraction of the time of single writes. */
    private void addReleases(String brand, int releases) {
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(line("brand", slug(brand), name("adidas")));
        lines.add(line("model", slug(brand + "-samba"), brand(brand), name("Samba")));
        lines.add(line("source", slug(brand + "-itself"), name("adidas"), kind("brand")));
        for (int i = 0; i < releases; i++) {
            lines.addAll(release(brand, i));
        }
        fixtures.importLines(lines);
    }

    /** A release with a colorway, a collaboration, a retailer and rumors, so that all nested objects occur. */
    private static List<Map<String, Object>> release(String brand, int number) {
        var slug = brand + "-samba-" + number;
        var model = model(brand + "-samba");
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(line("collaborator", slug(slug + "-club"), name("Club " + number), kind("brand")));
        lines.add(line(
                "collaboration",
                slug(slug + "-collab"),
                brand(brand),
                model,
                field("collaborators", List.of(slug + "-club"))));
        lines.add(line("colorway", slug(slug + "-color"), model, collaboration(slug + "-collab"), colors("white")));
        lines.add(line(
                "release",
                slug(slug),
                model,
                region("WW"),
                colorway(slug + "-color"),
                retailers(retailer("adidas", "draw"))));
        if (number % 9 != 0) {
            lines.add(rumor(slug, brand, "report", window(WINDOWS.get(number % WINDOWS.size()))));
        }
        lines.add(rumor(slug, brand, "sighting"));
        return lines;
    }

    private static Map<String, Object> rumor(String release, String brand, String kind, Field... fields) {
        var line = line(
                "rumor",
                field("release", release),
                field("source", brand + "-itself"),
                kind(kind),
                saidOn("2026-11-02"));
        line.putAll(object(fields));
        return line;
    }

    private static Field kind(String kind) {
        return field("kind", kind);
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
