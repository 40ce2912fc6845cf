package dev.solecast.search;

import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.nickname;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The search index follows every write to the catalogue in the same transaction, even writes by SQL. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexTest {

    @Inject
    Fixtures fixtures;

    @Inject
    AgroalDataSource database;

    private int requests;

    @BeforeAll
    void addEntries() {
        fixtures.brand("karhu", "Karhu");
        fixtures.model("karhu-fusion", "karhu", "Fusion 2.0");
        fixtures.collaborator("patta", "Patta");
        fixtures.collaboration("patta-karhu", "karhu-fusion", "karhu", "patta");
        fixtures.colorway(
                "karhu-fusion-lichen",
                "karhu-fusion",
                collaboration("patta-karhu"),
                nickname("Lichen"),
                colors("moss"));
        fixtures.release("karhu-fusion-lichen", "karhu-fusion", colorway("karhu-fusion-lichen"));
    }

    @Test
    void renamedBrandIsFoundByItsNewNameWithAllThatIsIts() throws SQLException {
        run("update brand set name = 'Tuulivaara', aliases = '{\"Bear Running\"}' where slug = 'karhu'");
        for (var name : List.of("tuulivaara", "bear running")) {
            assertThat(found(name)).contains("/v1/brands/karhu", "/v1/models/karhu-fusion");
            assertThat(found(name + " lichen")).contains("/v1/colorways/karhu-fusion-lichen");
            assertThat(found(name + " patta")).contains("/v1/collaborations/patta-karhu");
        }
        assertThat(found("karhu")).isEmpty();
        run("update brand set name = 'Karhu', aliases = '{}' where slug = 'karhu'");
        assertThat(found("karhu lichen")).contains("/v1/releases/karhu-fusion-lichen");
    }

    @Test
    void renamedModelAndCollaboratorTakeTheirShoesAlong() throws SQLException {
        run("update model set name = 'Vuoristo' where slug = 'karhu-fusion'");
        run("update collaborator set name = 'Sudenpentu' where slug = 'patta'");
        assertThat(found("sudenpentu vuoristo lichen"))
                .containsExactly("/v1/colorways/karhu-fusion-lichen", "/v1/releases/karhu-fusion-lichen");
        run("update model set name = 'Fusion 2.0' where slug = 'karhu-fusion'");
        run("update collaborator set name = 'Patta' where slug = 'patta'");
        assertThat(found("sudenpentu")).isEmpty();
    }

    @Test
    void colorsOfAColorwayCount() throws SQLException {
        run("update colorway_color set name = 'quartz' where name = 'moss'");
        assertThat(found("fusion quartz")).contains("/v1/colorways/karhu-fusion-lichen");
        assertThat(found("fusion moss")).isEmpty();
        run("update colorway_color set name = 'moss' where name = 'quartz'");
    }

    @Test
    void deletedIsNotFoundUntilItIsBroughtBack() throws SQLException {
        for (var table : List.of("release", "colorway")) {
            var address = "/v1/" + table + "s/karhu-fusion-lichen";
            run("update " + table + " set deleted_at = now() where slug = 'karhu-fusion-lichen'");
            assertThat(found("lichen")).doesNotContain(address);
            run("update " + table + " set deleted_at = null where slug = 'karhu-fusion-lichen'");
            assertThat(found("lichen")).contains(address);
        }
    }

    @Test
    void rowsThatAreReallyGoneAreNotFound() throws SQLException {
        fixtures.model("karhu-aria", "karhu", "Ariaaltti");
        assertThat(found("ariaaltti")).containsExactly("/v1/models/karhu-aria");
        run("delete from model where slug = 'karhu-aria'");
        assertThat(found("ariaaltti")).isEmpty();
    }

    @Test
    void whatWasNotCommittedIsNotFound() throws SQLException {
        try (var writer = database.getConnection()) {
            writer.setAutoCommit(false);
            run(writer, model("karhu-mestari", "Mestari"));
            assertThat(found("mestari")).isEmpty();
            writer.rollback();
        }
        assertThat(found("mestari")).isEmpty();
    }

    @Test
    void modelAddedWhileItsBrandIsBeingRenamedGetsTheNewName() throws Exception {
        fixtures.brand("tretorn", "Tretorn");
        try (var editor = database.getConnection()) {
            editor.setAutoCommit(false);
            run(editor, "update brand set name = 'Helsingborg' where slug = 'tretorn'");
            var added = CompletableFuture.runAsync(() -> {
                try {
                    run(model("tretorn-nylite", "Nylite").replace("'karhu'", "'tretorn'"));
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            awaitWaiting(editor);
            editor.commit();
            added.get(10, TimeUnit.SECONDS);
        }
        assertThat(found("helsingborg nylite")).containsExactly("/v1/models/tretorn-nylite");
    }

    /** Waits until a transaction waits for the lock that the editor holds. */
    private static void awaitWaiting(Connection editor) throws SQLException {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try (var statement = editor.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    private static String model(String slug, String name) {
        return """
                insert into model (slug, brand_id, name, created_at, updated_at)
                select '%s', id, '%s', now(), now() from brand where slug = 'karhu'""".formatted(slug, name);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    /** Addresses found; each request has another Accept header, because writes by SQL invalidate no cached response. */
    private List<String> found(String q) {
        return given().queryParam("q", q)
                .accept("application/json;asked=" + ++requests)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.address");
    }
}
