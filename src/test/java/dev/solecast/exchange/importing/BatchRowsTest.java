package dev.solecast.exchange.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.Editor;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that rumors imported in a batch leave the same rows as rumors added one at a time. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BatchRowsTest {

    private static int pairs;

    private static final List<String> SAID = List.of(
            "\"source\": \"pantofola-watch\", \"kind\": \"report\", \"saidOn\": \"2026-10-04\", \"window\": \"2027-21\"",
            "\"source\": \"pantofola-leaks\", \"kind\": \"sighting\", \"saidOn\": \"2026-10-30\", \"window\": \"2027-04\"",
            "\"source\": \"pantofola-itself\", \"kind\": \"official\", \"saidOn\": \"2026-11-10\", \"window\": \"2027-04-10\"");

    @Inject
    DataSource database;

    private String single;
    private String batched;

    @BeforeEach
    void addTwins() {
        single = "pantofola-roma-" + ++pairs;
        batched = "pantofola-lazzarini-" + pairs;
        send("""
                {"type": "brand", "slug": "pantofola", "name": "Pantofola d’Oro"}
                {"type": "source", "slug": "pantofola-watch", "name": "Pantofola Watch", "kind": "publication"}
                {"type": "source", "slug": "pantofola-leaks", "name": "Pantofola Leaks", "kind": "leaker"}
                {"type": "source", "slug": "pantofola-itself", "name": "Pantofola d’Oro", "kind": "brand"}
                """ + shoe(single) + shoe(batched));
    }

    private static String shoe(String slug) {
        return """
                {"type": "model", "slug": "$", "brand": "pantofola", "name": "$"}
                {"type": "colorway", "slug": "$-navy", "model": "$", "nickname": "Navy", "colors": [{"name": "navy"}]}
                {"type": "release", "slug": "$-gb", "model": "$", "colorway": "$-navy", "region": "GB"}
                """.replace("$", slug);
    }

    @Test
    void rumorsOfAFileLeaveTheRowsThatSingleOnesLeave() throws SQLException {
        for (var said : SAID) {
            Editor.post("/v1/releases/" + single + "-gb/rumors", "{" + said + "}")
                    .then()
                    .statusCode(201);
        }
        send(rumors(SAID));
        assertThat(rows(batched)).isEqualTo(rows(single)).contains("\"official\"", "\"2027-04-10\"");
    }

    @Test
    void secondFileMovesWhatAFirstHasWritten() throws SQLException {
        send(rumors(SAID).replace(batched, single));
        send(rumors(SAID.subList(0, 1)));
        send(rumors(SAID.subList(1, 3)));
        assertThat(rows(batched)).isEqualTo(rows(single));
    }

    @Test
    void retractionsOfAFileTakeEverythingBackToNothing() throws SQLException {
        send(rumors(SAID).replace("\"window\"", "\"retraction\": \"Was a misprint.\", \"window\""));
        assertThat(rows(batched)).isEqualTo(rows(single));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'status': 'confirmed', 'day': '2026-11-12', 'window': '2027-04', 'reason': 'In its lookbook.'}]",
                "[{'status': 'cancelled', 'day': '2026-11-12', 'reason': 'The last is broken.'}]",
                "[{'status': 'released', 'day': '2026-11-10', 'reason': 'In a shop in Ascoli.'},"
                        + " {'status': 'released', 'day': '2026-11-14', 'reason': 'That was a sample.'}]",
                "[{'status': 'released', 'day': '2026-11-10', 'reason': 'In a shop in Ascoli.'},"
                        + " {'status': 'rumored', 'day': '2026-11-11', 'reason': 'That was a sample.'}]",
            })
    void newReleaseWithAllThatBecameOfItLeavesTheRowThatOneAfterTheOtherLeaves(String history) throws SQLException {
        batched = "pantofola-sile-" + pairs;
        var told = history.replace('\'', '"');
        send(shoe(single).replace("\"region\": \"GB\"", "\"region\": \"GB\", \"history\": " + told));
        send(rumors(SAID).replace(batched, single));
        send(shoe(batched).replace("\"region\": \"GB\"", "\"region\": \"GB\", \"history\": " + told) + rumors(SAID));
        assertThat(withoutVersion(rows(batched))).isEqualTo(withoutVersion(rows(single)));
        assertThat(steps(batched)).isEqualTo(steps(single));
    }

    /** Drops the version, as each separate status change adds one. */
    private static String withoutVersion(String rows) {
        return rows.replaceAll("\"version\": \\d+", "");
    }

    private static List<String> steps(String model) {
        return given().get("/v1/releases/" + model + "-gb/history").jsonPath().getList("items.status");
    }

    private String rumors(List<String> said) {
        var lines = new StringBuilder();
        said.forEach(each -> lines.append("{\"type\": \"rumor\", \"release\": \"")
                .append(batched)
                .append("-gb\", ")
                .append(each)
                .append("}\n"));
        return lines.toString();
    }

    private static void send(String lines) {
        Editor.importLines(lines).then().statusCode(200).body("refused", equalTo(0));
    }

    /** The release and its colorway as JSON, without ids and the number of moves. */
    private String rows(String model) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select jsonb_pretty(jsonb_build_object(
                            'release', to_jsonb(r) - '{id, uid, model_id, colorway_id, moves}'::text[]
                                || jsonb_build_object('forecast_sums', md5(r.forecast_sums::text)),
                            'colorway', to_jsonb(c) - '{id, model_id}'::text[]))
                        from release r join colorway c on c.id = r.colorway_id where r.slug = ?
                        """)) {
            query.setString(1, model + "-gb");
            try (var found = query.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getString(1).replace(model, "$").replaceAll("\"rumor\": \\d+", "\"rumor\": 1");
            }
        }
    }
}
