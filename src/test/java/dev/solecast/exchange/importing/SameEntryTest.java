package dev.solecast.exchange.importing;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.post;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of lines that mean one entry, and of names that are those of another. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SameEntryTest {

    private static final String SHOES = """
            {"type": "brand", "slug": "travel-fox", "name": "Travel Fox", "home": "Berlin"}
            {"type": "model", "slug": "travel-fox-900", "brand": "travel-fox", "name": "900"}
            """;

    @BeforeEach
    void addShoes() {
        importLines("?force=true", SHOES).then().body("refused", equalTo(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            one slug                 | {"type": "colorway", "slug": "fox-volt", "model": "travel-fox-900", "nickname": "Volt"}  | {"type": "colorway", "slug": "fox-volt", "model": "travel-fox-900", "nickname": "Neon"} | nickname | /v1/colorways/fox-volt | nickname | Volt
            one style code           | {"type": "colorway", "slug": "fox-1", "model": "travel-fox-900", "styleCode": "TF-900-1", "line": "OG"}  | {"type": "colorway", "model": "travel-fox-900", "styleCode": "TF-900-1", "line": "Retro"} | line | /v1/colorways/fox-1 | line | OG
            a slug and its names     | {"type": "brand", "slug": "travel-fox", "name": "Travel Fox", "home": "Basel"} | {"type": "brand", "name": "Travel Fox", "home": "Bern"} | home | /v1/brands/travel-fox | home | Basel
            two statuses             | {"type": "release", "slug": "fox-us", "model": "travel-fox-900", "region": "US", "status": "confirmed", "statusReason": "In the lookbook."} | {"type": "release", "slug": "fox-us", "model": "travel-fox-900", "region": "US", "status": "delayed", "statusReason": "A strike."} | status | /v1/releases/fox-us | status | confirmed
            names of one release     | {"type": "release", "model": "travel-fox-900", "region": "CA", "channel": "brand"} | {"type": "release", "model": "travel-fox-900", "region": "CA", "channel": "retailer"} | channel | /v1/releases/travel-fox-900-ca | channel | brand
            a value and none         | {"type": "release", "slug": "fox-fr", "model": "travel-fox-900", "region": "FR", "channel": "brand"} | {"type": "release", "slug": "fox-fr", "model": "travel-fox-900", "region": "FR", "channel": null} | channel | /v1/releases/fox-fr | channel | brand
            """)
    void secondLineWithOtherValuesIsRefusedAndNamesTheFirst(
            String name, String first, String second, String field, String address, String path, String value) {
        importLines(first + "\n\n" + second)
                .then()
                .body("refused", equalTo(1))
                .body("findings.line", contains(3))
                .body("findings[0].field", equalTo(field))
                .body("findings[0].reason", containsString("says other than line 1"))
                .body("findings[0].reason", containsString(field));
        get(address).then().body(path, equalTo(value));
        var place = last();
        importLines(first + "\n\n" + second)
                .then()
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(1));
        assertThat(last()).isEqualTo(place);
    }

    @Test
    void linesThatSayTheSameOrMoreOfOneEntryAreTakenTogether() {
        importLines("""
                {"type": "colorway", "slug": "fox-bred", "model": "travel-fox-900", "nickname": "Bred"}
                {"type": "colorway", "slug": "fox-bred", "nickname": "Bred", "styleCode": "TF-900-6"}
                {"type": "colorway", "slug": "fox-bred", "audience": "men"}
                """)
                .then()
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("findings", empty());
        get("/v1/colorways/fox-bred")
                .then()
                .body("nickname", equalTo("Bred"))
                .body("styleCode", equalTo("TF-900-6"))
                .body("audience", equalTo("men"));
    }

    @Test
    void audiencesOfOneNameAreEachAShoe() {
        var file = """
                {"type": "colorway", "model": "travel-fox-900", "nickname": "Oreo", "audience": "men"}
                {"type": "colorway", "model": "travel-fox-900", "nickname": "Oreo", "audience": "kids"}
                """;
        importLines(file).then().body("created", equalTo(2)).body("findings", empty());
        get("/v1/colorways/travel-fox-900-oreo").then().body("audience", equalTo("men"));
        get("/v1/colorways/travel-fox-900-oreo-kids").then().body("audience", equalTo("kids"));
        importLines(file).then().body("unchanged", equalTo(2));
        importLines(file.lines().sorted().collect(Collectors.joining("\n")))
                .then()
                .body("unchanged", equalTo(2));
        post("/v1/colorways", "{\"model\": \"travel-fox-900\", \"nickname\": \"Oreo\", \"audience\": \"women\"}")
                .then()
                .statusCode(201)
                .body("slug", equalTo("travel-fox-900-oreo-women"));
        post("/v1/colorways", "{\"model\": \"travel-fox-900\", \"nickname\": \"Oreo\", \"audience\": \"kids\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void audienceThatWasUnknownIsFilledIn() {
        importLines("{\"type\": \"colorway\", \"model\": \"travel-fox-900\", \"nickname\": \"Panda\"}");
        importLines(
                        "{\"type\": \"colorway\", \"model\": \"travel-fox-900\", \"nickname\": \"Panda\", \"audience\": \"kids\"}")
                .then()
                .body("updated", equalTo(1));
        get("/v1/colorways/travel-fox-900-panda").then().body("audience", equalTo("kids"));
    }

    @Test
    void entryThatOnlyAMadeSlugTellsIsNamedIfItsNameChanges() {
        importLines("{\"type\": \"brand\", \"name\": \"Travel-Fox!\", \"home\": \"Basel\"}")
                .then()
                .body("updated", equalTo(1))
                .body("findings.kind", contains("matched"))
                .body("findings[0].field", equalTo("slug"))
                .body("findings[0].reason", containsString("\"travel-fox\" (Travel Fox)"));
        importLines("{\"type\": \"brand\", \"slug\": \"travel-fox\", \"name\": \"Travel Fox\"}")
                .then()
                .body("findings", empty());
    }

    /** Neighboring chunks are imported at once, so either line may be the one that is refused. */
    @Test
    void contradictionIsFoundAcrossChunks() {
        var many = IntStream.range(0, 1_100)
                .mapToObj(i ->
                        "{\"type\": \"model\", \"slug\": \"travel-fox-%1$d\", \"brand\": \"travel-fox\", \"name\": \"%1$d\", \"category\": \"running\"}"
                                .formatted(1_000 + i))
                .collect(Collectors.joining("\n"));
        importLines(many + "\n" + many.lines().findFirst().orElseThrow().replace("running", "tennis"))
                .then()
                .body("created", equalTo(1_100))
                .body("refused", equalTo(1))
                .body("findings[0].field", equalTo("category"))
                .body("findings[0].change", nullValue())
                .body("findings[0].reason", containsString("says other than line 1"));
    }
}
