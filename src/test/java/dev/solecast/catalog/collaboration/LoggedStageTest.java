package dev.solecast.catalog.collaboration;

import static dev.solecast.Editor.json;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.patch;
import static dev.solecast.Editor.post;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.exchange.exporting.ExportedLines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The stage that the log and exports for its followers tell is the one that readers see. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LoggedStageTest {

    private static final int ROUNDS = 60;
    private static final String CONFIRM = "{\"stage\": \"confirmed\", \"stageReason\": \"By both.\"}";
    private static final String LEAVE_TO_RUMORS = "{\"stage\": null}";

    @Inject
    Fixtures shoes;

    @Test
    void stageThatAnEditorNoLongerSetsIsToldAsThatOfTheRumors() {
        var before = last();
        addCollaboration("pantofola-one");
        shoes.rumor("pantofola-one-ww", "pantofola-one-press", "teaser");
        edit("pantofola-one", CONFIRM);
        edit("pantofola-one", LEAVE_TO_RUMORS);
        assertThat(loggedStages("pantofola-one", before))
                .containsExactly("speculated", "teased", "confirmed", "teased");
        assertThat(shownStage("pantofola-one")).isEqualTo("teased");
    }

    @Test
    void stageThatIsRedactedIsToldAsThatOfTheRumors() {
        addCollaboration("pantofola-four");
        shoes.rumor("pantofola-four-ww", "pantofola-four-press", "teaser");
        edit("pantofola-four", CONFIRM);
        var before = last();
        post(
                        "/v1/collaborations/pantofola-four/redaction",
                        "{\"fields\": [\"stage\", \"stageReason\"], \"reason\": \"Not theirs to say.\"}")
                .then()
                .statusCode(200);
        assertThat(loggedStages("pantofola-four", before)).containsExactly("teased");
        assertThat(shownStage("pantofola-four")).isEqualTo("teased");
    }

    @Test
    void exportForFollowersTellsTheStageThatReadersSeeAndOneForImportsThatOfTheEditor() {
        addCollaboration("pantofola-two");
        shoes.rumor("pantofola-two-ww", "pantofola-two-press", "teaser");
        assertThat(exported("collaborations?include=state", "pantofola-two")).isEqualTo("teased");
        assertThat(exported("collaborations", "pantofola-two")).isEqualTo("null");
        edit("pantofola-two", CONFIRM);
        assertThat(exported("collaborations?include=state", "pantofola-two")).isEqualTo("confirmed");
        assertThat(exported("collaborations", "pantofola-two")).isEqualTo("confirmed");
    }

    @Test
    void editorAndRumorsThatWriteTheStageAtTheSameTimeAreBothTold() throws Exception {
        var before = last();
        addCollaboration("pantofola-three");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rumors = threads.submit(() -> {
                for (var round = 0; round < ROUNDS; round++) {
                    var rumor = shoes.rumor(
                            "pantofola-three-ww", "pantofola-three-press", "teaser", statement("Seen " + round));
                    post("/v1/rumors/" + rumor + "/retraction", "{\"reason\": \"A mistake.\"}")
                            .then()
                            .statusCode(200);
                }
            });
            for (var round = 0; round < ROUNDS; round++) {
                edit("pantofola-three", CONFIRM);
                edit("pantofola-three", LEAVE_TO_RUMORS);
            }
            rumors.get();
        }
        assertThat(loggedStages("pantofola-three", before).getLast()).isEqualTo(shownStage("pantofola-three"));
    }

    private void addCollaboration(String slug) {
        shoes.brand(slug + "-brand", slug);
        shoes.model(slug + "-model", slug + "-brand", "Hawk");
        shoes.collaborator(slug + "-shop", slug + " Shop");
        shoes.source(slug + "-press", "publication");
        shoes.collaboration(slug, slug + "-model", slug + "-brand", slug + "-shop");
        shoes.release(slug + "-ww", slug + "-model", collaboration(slug));
    }

    private static void edit(String slug, String patch) {
        patch("/v1/collaborations/" + slug, "*", patch).then().statusCode(200);
    }

    private static String shownStage(String slug) {
        return json("/v1/collaborations/" + slug).getString("stage");
    }

    private static String exported(String scope, String slug) {
        return ExportedLines.of(scope).lines().stream()
                .filter(line -> line.path("slug").asText().equals(slug))
                .map(line -> line.path("stage").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The stages in the log, each of which must be what the one before it became. */
    private static List<String> loggedStages(String slug, long before) {
        var changes = json("/v1/changes?type=collaboration&limit=1000&after=" + before)
                .getList(
                        "items.findAll { it.slug == '" + slug + "' && it.fields.stage }.fields.stage",
                        StageChange.class);
        for (var at = 1; at < changes.size(); at++) {
            if (changes.get(at).old() != null) {
                assertThat(changes.get(at).old()).isEqualTo(changes.get(at - 1).now());
            }
        }
        return changes.stream().map(StageChange::now).toList();
    }

    private record StageChange(
            String old, @JsonProperty("new") String now) {}
}
