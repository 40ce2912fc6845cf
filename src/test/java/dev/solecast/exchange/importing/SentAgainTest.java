package dev.solecast.exchange.importing;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.tag;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a file that is sent again changes nothing. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SentAgainTest {

    private static final String SHOES = """
            {"type": "brand", "slug": "pony-usa", "name": "Pony", "formerSlugs": ["pony-nyc"]}
            {"type": "brand", "slug": "ambush-design", "name": "Ambush"}
            {"type": "model", "slug": "pony-usa-topstar", "brand": "pony-usa", "name": "Topstar", "formerSlugs": ["topstar-og"]}
            {"type": "model", "slug": "pony-usa-city-wings", "brand": "pony-usa", "name": "City Wings"}
            {"type": "source", "slug": "pony-usa-watch", "name": "Pony Watch", "kind": "leaker"}
            """;

    @BeforeEach
    void addShoes() {
        importLines(SHOES).then().body("refused", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"region\": \"US\", \"status\": \"released\", \"releasedOn\": \"2026-03-07\"",
                "\"region\": \"CA\", \"status\": \"released\", \"releasedOn\": \"2026-03-07\", \"statusReason\": \"On sale.\"",
                "\"region\": \"GB\", \"status\": \"cancelled\", \"statusReason\": \"Not made.\", \"cancelledOn\": \"2026-03-07\"",
                "\"region\": \"DE\", \"status\": \"cancelled\", \"statusReason\": \"Not made.\"",
                "\"region\": \"FR\", \"status\": \"confirmed\", \"statusReason\": \"In the lookbook.\"",
                "\"region\": \"IT\", \"status\": \"delayed\", \"statusReason\": \"A strike.\"",
                "\"region\": \"ES\", \"status\": \"rumored\", \"statusReason\": \"Nobody knows.\"",
                "\"region\": \"SE\", \"history\": [{\"status\": \"confirmed\", \"reason\": \"In the lookbook.\", \"window\": \"2027-03\"}]",
                "\"region\": \"NO\", \"history\": [{\"status\": \"confirmed\", \"day\": \"2026-02-01\", \"reason\": \"In the lookbook.\"}], \"status\": \"released\", \"releasedOn\": \"2026-03-07\"",
                "\"region\": \"FI\", \"launchAt\": \"2027-03-06T10:00:00\", \"launchZone\": \"Europe/Helsinki\", \"retailPrice\": {\"amount\": \"90\", \"currency\": \"EUR\"}",
            })
    void releaseStaysAsItIsWithItsTimeAndTag(String fields) {
        var slug = "topstar-" + fields.substring(11, 13).toLowerCase(java.util.Locale.ROOT);
        var line =
                "{\"type\": \"release\", \"slug\": \"" + slug + "\", \"model\": \"pony-usa-topstar\", " + fields + "}";
        importLines(line).then().body("created", equalTo(1)).body("findings", empty());
        var address = "/v1/releases/" + slug;
        var before = get(address).asString();
        var tag = tag(address);
        var place = last();
        importLines(line).then().body("unchanged", equalTo(1)).body("updated", equalTo(0));
        importLines(line + "\n" + line).then().body("unchanged", equalTo(2)).body("findings", empty());
        assertThat(get(address).asString()).isEqualTo(before);
        assertThat(tag(address)).isEqualTo(tag);
        assertThat(last()).isEqualTo(place);
    }

    @Test
    void dayAndReasonThatTheLineCorrectsAreTakenOver() {
        var line =
                "{\"type\": \"release\", \"slug\": \"city-wings-us\", \"model\": \"pony-usa-city-wings\", \"region\": \"US\", ";
        importLines(line + "\"status\": \"confirmed\", \"statusReason\": \"In the lookbook.\"}");
        importLines(line
                        + "\"history\": [{\"status\": \"confirmed\", \"reason\": \"In the lookbook.\"}, {\"status\": \"confirmed\","
                        + " \"day\": \"2026-11-20\", \"window\": \"2027-03\", \"reason\": \"By its maker.\"}]}")
                .then()
                .body("updated", equalTo(1));
        importLines(line + "\"status\": \"confirmed\", \"statusReason\": \"By its maker, in a letter.\"}")
                .then()
                .body("updated", equalTo(1));
        get("/v1/releases/city-wings-us")
                .then()
                .body("statusReason", equalTo("By its maker, in a letter."))
                .body("date.edtf", equalTo("2027-03"));
        importLines(line + "\"status\": \"released\", \"releasedOn\": \"2026-11-20\"}")
                .then()
                .body("updated", equalTo(1));
        importLines(line + "\"releasedOn\": \"2026-11-21\"}").then().body("updated", equalTo(1));
        importLines(line + "\"releasedOn\": \"2026-11-21\"}").then().body("unchanged", equalTo(1));
        get("/v1/releases/city-wings-us").then().body("releasedOn", equalTo("2026-11-21"));
    }

    @Test
    void historyOnTwoLinesIsRecordedOnce() {
        var line =
                "{\"type\": \"release\", \"slug\": \"city-wings-jp\", \"model\": \"pony-usa-city-wings\", \"region\": \"JP\","
                        + " \"history\": [{\"status\": \"confirmed\", \"day\": \"2026-11-01\", \"reason\": \"At a fair.\"}]}";
        importLines(line + "\n" + line).then().body("created", equalTo(1)).body("unchanged", equalTo(1));
        get("/v1/releases/city-wings-jp/history")
                .then()
                .body("items.findAll { it.status == 'confirmed' }.size()", equalTo(1));
    }

    /** References by former slugs, and lists without an order in any order, are what is stored. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fileOfEveryTypeOfLineInAnyOrderSettlesAtOnce(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            lines.addAll(shoe("pony-usa-" + seed + "-" + i, random));
        }
        Collections.shuffle(lines, random);
        var file = String.join("\n", lines);
        importLines(file).then().body("created", equalTo(lines.size())).body("refused", equalTo(0));
        var place = last();
        importLines(file)
                .then()
                .body("unchanged", equalTo(lines.size()))
                .body("updated", equalTo(0))
                .body("findings", empty());
        Collections.shuffle(lines, random);
        importLines("?dryRun=true", String.join("\n", lines)).then().body("unchanged", equalTo(lines.size()));
        assertThat(last()).isEqualTo(place);
    }

    private static List<String> shoe(String slug, Random random) {
        var brand = random.nextBoolean() ? "pony-usa" : "pony-nyc";
        var partners = random.nextBoolean() ? "\"ambush-design\", \"pony-nyc\"" : "\"pony-usa\", \"ambush-design\"";
        var earlier = random.nextBoolean()
                ? "\"topstar-og\", \"pony-usa-city-wings\""
                : "\"pony-usa-city-wings\", \"topstar-og\"";
        var audience = List.of("\"men\"", "\"women\"", "\"kids\"").get(random.nextInt(3));
        return List.of(
                "{\"type\": \"model\", \"slug\": \"%s\", \"brand\": \"%s\", \"name\": \"%s\", \"firstAppeared\": \"19%d~\", \"aliases\": [\"b\", \"a\"], \"related\": [{\"relation\": \"predecessor\", \"model\": \"topstar-og\"}]}"
                        .formatted(slug, brand, slug, 70 + random.nextInt(20)),
                "{\"type\": \"collaborator\", \"slug\": \"%s-shop\", \"name\": \"Shop %s\", \"kind\": \"shop\", \"partners\": [%s], \"earlierModels\": [%s]}"
                        .formatted(slug, slug, partners, earlier),
                "{\"type\": \"collaboration\", \"brand\": \"%s\", \"model\": \"%s\", \"collaborators\": [\"%s-shop\"]}"
                        .formatted(brand, slug, slug),
                "{\"type\": \"colorway\", \"model\": \"%s\", \"nickname\": \"Oreo\", \"audience\": %s, \"colors\": [{\"name\": \"black\"}, {\"name\": \"white\", \"part\": \"heel\"}], \"reminiscentOf\": \"topstar-og\"}"
                        .formatted(slug, audience),
                "{\"type\": \"colorway\", \"model\": \"%s\", \"nickname\": \"Oreo\", \"styleCode\": \"%s\", \"audience\": \"unisex\"}"
                        .formatted(slug, slug),
                "{\"type\": \"release\", \"model\": \"%s\", \"region\": \"US\", \"status\": \"released\", \"releasedOn\": \"2026-0%d-07\", \"retailPrice\": {\"amount\": \"9%d.5\", \"currency\": \"USD\"}}"
                        .formatted(slug, 1 + random.nextInt(9), random.nextInt(10)),
                "{\"type\": \"rumor\", \"release\": \"%s-us\", \"source\": \"pony-usa-watch\", \"via\": null, \"kind\": \"report\", \"saidOn\": \"2025-1%d\", \"price\": {\"amount\": \"90\", \"currency\": \"USD\"}, \"retraction\": %s}"
                        .formatted(slug, random.nextInt(3), random.nextBoolean() ? "\"A mistake.\"" : "null"),
                "{\"type\": \"rumor\", \"release\": \"%s-us\", \"source\": \"pony-usa-watch\", \"kind\": \"speculation\", \"saidOn\": \"2025\"}"
                        .formatted(slug));
    }
}
