package dev.solecast.release;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.patch;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.styleCode;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code knows every rule of the database first, and names the field: in a request, and in a line of a file. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConstraintsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    EntityManager database;

    @BeforeEach
    void addEntries() {
        if (given().get("/v1/brands/loom").statusCode() == 200) {
            return;
        }
        fixtures.brand("loom", "Loom");
        fixtures.brand("mill", "Mill");
        fixtures.model("loom-one", "loom", "One");
        fixtures.model("loom-two", "loom", "Two");
        fixtures.collaborator("loom-weaver", "Weaver");
        fixtures.collaboration("loom-x-weaver", "loom-one", "loom", "loom-weaver");
        fixtures.colorway("loom-red", "loom-one", styleCode("LM1001"));
        fixtures.colorway("loom-weave", "loom-one", collaboration("loom-x-weaver"));
        fixtures.source("loom-fan", "community");
        fixtures.release("loom-one-us", "loom-one", colorway("loom-red"));
        fixtures.release("loom-weave-us", "loom-one", colorway("loom-weave"));
    }

    static List<ConstraintCases.Case> cases() {
        return ConstraintCases.CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRequestThatBreaksAConstraintIsRefusedByItsField(ConstraintCases.Case each) {
        var admin = each.address().startsWith("/v1/keys");
        var answer = each.method().equals("PATCH")
                ? patch(each.address(), each.body())
                : given().header(admin ? TestKeys.ADMIN : TestKeys.EDITOR)
                        .contentType("application/json")
                        .body(each.body())
                        .post(each.address());
        answer.then().statusCode(each.status()).body("errors.field", hasItem(each.field()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true", "?atomic=true"})
    void aLineThatBreaksAConstraintIsRefusedByItsField(String mode) {
        var lines = ConstraintCases.CASES.stream()
                .filter(each -> each.lineType() != null && each.status() == 400)
                .toList();
        var file = lines.stream()
                .map(each -> each.body().replaceFirst("\\{", "{\"type\": \"" + each.lineType() + "\", "))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            var answer = importLines(mode, file.get(i) + "\n");
            var field = lines.get(i).field();
            if (mode.contains("atomic")) {
                answer.then().statusCode(409).body("errors[0].field", equalTo("line 1: " + field));
            } else {
                answer.then().statusCode(200).body("refused", equalTo(1)).body("findings.field", hasItem(field));
            }
        }
    }

    @Test
    void everyConstraintOfTheDatabaseHasACase() {
        List<?> constraints = database.createNativeQuery("""
                        select cast(conname as text) from pg_constraint
                        where connamespace = cast('public' as regnamespace) and contype in ('c', 'u', 'f')
                        union
                        select cast(c.relname as text) from pg_index i join pg_class c on c.oid = i.indexrelid
                        where indisunique and not indisprimary and c.relnamespace = cast('public' as regnamespace)
                        """).getResultList();
        assertThat(constraints).hasSizeGreaterThan(100);
        assertThat(ConstraintCases.covered())
                .containsAll(constraints.stream().map(String::valueOf).toList());
    }

    @Test
    void aReleaseFollowsItsColorwayIntoACollaboration() {
        fixtures.collaboration("loom-x-blue", "loom-one", "loom", "loom-weaver");
        fixtures.colorway("loom-blue", "loom-one");
        fixtures.release("loom-blue-us", "loom-one", colorway("loom-blue"));
        patch("/v1/colorways/loom-blue", "{\"collaboration\": \"loom-x-blue\"}")
                .then()
                .statusCode(200);
        given().get("/v1/releases/loom-blue-us").then().body("collaboration.slug", equalTo("loom-x-blue"));
        patch("/v1/releases/loom-blue-us", "{\"channel\": \"wide\"}").then().statusCode(200);
    }

    @Test
    void theDatabaseAndTheCodeAgreeOnLowerCase() {
        var differing = java.util.stream.IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(point -> Character.isDefined(point) && Character.getType(point) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .filter(text -> text.equals(text.toLowerCase(java.util.Locale.ROOT)))
                .toArray(String[]::new);
        List<?> refused = database.createNativeQuery(
                        "select t from unnest(cast(:texts as text[])) t where t <> lower(t)")
                .setParameter("texts", differing)
                .getResultList();
        assertThat(refused).isEmpty();
    }

    /** Changes above that would contradict what is below; the database knows them only in part. */
    static Stream<List<String>> changesAbove() {
        return Stream.of(
                List.of(
                        "/v1/collaborations/loom-x-weaver",
                        "{\"brand\": \"mill\", \"model\": null}",
                        "brand",
                        "colorway loom-weave, release loom-weave-us"),
                List.of(
                        "/v1/collaborations/loom-x-weaver",
                        "{\"model\": \"loom-two\"}",
                        "model",
                        "colorway loom-weave, release loom-weave-us"),
                List.of(
                        "/v1/colorways/loom-weave",
                        "{\"collaboration\": null}",
                        "collaboration",
                        "release loom-weave-us"),
                List.of("/v1/colorways/loom-red", "{\"model\": \"loom-two\"}", "model", "release loom-one-us"));
    }

    @ParameterizedTest
    @MethodSource("changesAbove")
    void aChangeThatContradictsWhatIsBelowNamesIt(List<String> change) {
        patch(change.get(0), change.get(1))
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo(change.get(2)))
                .body("errors[0].detail", org.hamcrest.Matchers.containsString(change.get(3)));
        given().get("/v1/releases/loom-weave-us")
                .then()
                .statusCode(200)
                .body("brand.slug", equalTo("loom"))
                .body("title", endsWith("Weaver x Loom One"));
    }
}
