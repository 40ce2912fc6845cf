package dev.solecast.exchange.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of importing an export. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoundTripTest {

    private static final String SHOES = """
            {"type": "source", "slug": "okabashi-watch", "name": "Okabashi Watch", "kind": "publication"}
            {"type": "source", "slug": "okabashi-leaks", "name": "=HYPERLINK(\\"https://okabashi.example\\")", "kind": "leaker"}
            {"type": "brand", "slug": "okabashi", "name": "Okabashi", "aliases": ["Oka-B, \\"B\\"", "-1+1"], "formerSlugs": ["oka-b"]}
            {"type": "model", "slug": "okabashi-surf", "brand": "okabashi", "name": "Surf", "related": [{"relation": "successor", "model": "okabashi-wave"}]}
            {"type": "model", "slug": "okabashi-wave", "brand": "okabashi", "name": "Wave", "related": [{"relation": "predecessor", "model": "okabashi-surf"}]}
            {"type": "collaborator", "slug": "georgia-studio", "name": "Georgia Studio", "kind": "shop", "partners": ["okabashi"], "earlierModels": ["okabashi-surf"]}
            {"type": "collaboration", "slug": "georgia-studio-okabashi-wave", "brand": "okabashi", "model": "okabashi-wave", "collaborators": ["georgia-studio"]}
            {"type": "colorway", "slug": "okabashi-wave-peach", "model": "okabashi-wave", "collaboration": "georgia-studio-okabashi-wave", "nickname": "Peach", "styleCode": "OKA-1", "sizes": ["US 7", "US 8"], "colors": [{"name": "peach", "finish": "glossy"}], "pictures": []}
            {"type": "release", "slug": "okabashi-wave-peach-us", "model": "okabashi-wave", "colorway": "okabashi-wave-peach", "region": "US", "retailPrice": {"amount": "45.00", "currency": "USD"}, "history": [{"status": "confirmed", "day": "2026-11-01", "window": "2027-02-06", "reason": "It is in the lookbook."}]}
            {"type": "rumor", "release": "okabashi-wave-peach-us", "id": "first", "source": "okabashi-leaks", "kind": "report", "saidOn": "2026-10-03", "window": "2027-02"}
            {"type": "rumor", "release": "okabashi-wave-peach-us", "source": "okabashi-watch", "kind": "report", "saidOn": "2026-10-04", "window": "2027-02", "copiesRumor": "first"}
            {"type": "rumor", "release": "okabashi-wave-peach-us", "source": "okabashi-watch", "kind": "speculation", "saidOn": "2026-09-04", "statement": "Perhaps,\\nperhaps not.", "retraction": "A mistake of ours."}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"application/x-ndjson,ndjson", "text/csv,csv"})
    void exportOfEverythingChangesNothingWhenItComesInAgain(String type, String format) {
        send("application/x-ndjson", SHOES.getBytes(StandardCharsets.UTF_8)).body("refused", equalTo(0));
        var place = lastPlace();
        var file = export(format);
        send(type, file)
                .body("findings", empty())
                .body("refused", equalTo(0))
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", greaterThan(12));
        assertThat(lastPlace()).isEqualTo(place);
    }

    /** Lines that give the shoes other values, and values where they have none. */
    private static final String OTHERS = """
            {"type": "source", "slug": "okabashi-watch", "name": "Watch", "kind": "leaker", "role": "Staff", "home": "https://okabashi.example", "since": "2001-01-01"}
            {"type": "brand", "slug": "okabashi", "name": "Oka-B", "aliases": [], "home": "Buford", "knownFor": "Sandals", "lines": [{"name": "Oka-B"}], "citations": [{"fields": ["home"], "publication": "Shoe Mornings", "title": "Buford"}]}
            {"type": "model", "slug": "okabashi-surf", "name": "Surfer", "aliases": ["S"], "firstAppeared": "1984", "category": "sandal", "styles": ["slide"], "appearances": ["A catalogue"], "technologies": [{"name": "Microplast"}], "openQuestions": ["Why?"], "related": []}
            {"type": "collaborator", "slug": "georgia-studio", "name": "Georgia", "aliases": ["G"], "kind": "brand", "profession": "Design", "home": "Atlanta", "people": ["A"], "partners": [], "earlierModels": null}
            {"type": "collaboration", "slug": "georgia-studio-okabashi-wave", "stage": "teased", "stageReason": "Seen", "citations": [{"fields": ["stage"], "publication": "Shoe Mornings", "title": "Seen"}]}
            {"type": "colorway", "slug": "okabashi-wave-peach", "nickname": null, "styleCode": null, "line": "Oka-B", "audience": "kids", "sizes": null, "colors": [], "materials": [{"name": "Foam", "certainty": "stated"}], "reminiscentOf": "okabashi-surf"}
            {"type": "release", "slug": "okabashi-wave-peach-us", "region": "CA", "channel": "wide", "launchAt": "2027-02-06T10:00:00", "launchZone": "America/Toronto", "retailPrice": null, "retailers": [{"name": "Kith", "method": "draw"}], "features": [{"name": "Foam", "certainty": "stated"}]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"application/x-ndjson,ndjson", "text/csv,csv"})
    void exportRestoresWhatHasBeenChangedAndAddedSince(String type, String format) {
        send("application/x-ndjson", SHOES.getBytes(StandardCharsets.UTF_8)).body("refused", equalTo(0));
        var file = export(format);
        send("application/x-ndjson", OTHERS.getBytes(StandardCharsets.UTF_8)).body("updated", equalTo(7));
        assertThat(export(format)).isNotEqualTo(file);
        send(type, file).body("refused", equalTo(0)).body("updated", equalTo(7));
        assertThat(new String(export(format), StandardCharsets.UTF_8))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void exportTellsEveryLineThatCameIn() {
        send("application/x-ndjson", SHOES.getBytes(StandardCharsets.UTF_8));
        var lines = new String(export("ndjson"), StandardCharsets.UTF_8).lines().toList();
        assertThat(ofTheirs(lines, "\"type\":\"rumor\"")).hasSize(3);
        assertThat(ofTheirs(lines, "\"type\":\"release\""))
                .singleElement()
                .asString()
                .contains("\"history\":[{\"status\":\"confirmed\",\"day\":\"2026-11-01\"");
        assertThat(ofTheirs(lines, "\"type\":\"brand\""))
                .singleElement()
                .asString()
                .contains("\"formerSlugs\":[\"oka-b\"]");
    }

    private static List<String> ofTheirs(List<String> lines, String type) {
        return lines.stream()
                .filter(line -> line.contains(type) && line.contains("okabashi"))
                .toList();
    }

    private static byte[] export(String format) {
        return given().get("/v1/exports/all?format=" + format).asByteArray();
    }

    private static ValidatableResponse send(String type, byte[] file) {
        return given().header(TestKeys.EDITOR)
                .contentType(type)
                .body(file)
                .post("/v1/imports")
                .then()
                .statusCode(200);
    }

    private static long lastPlace() {
        return Long.parseLong(given().get("/v1/exports/brands").header("Solecast-Place"));
    }
}
