package dev.solecast.catalog.collaboration;

import static dev.solecast.catalog.collaboration.TestCollaborations.collaboration;
import static dev.solecast.catalog.collaboration.TestCollaborations.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.brand.TestBrands;
import dev.solecast.catalog.collaborator.Collaborator;
import dev.solecast.catalog.collaborator.TestCollaborators;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.TestModels;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollaborationTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Brand NEW_BALANCE = TestBrands.brand(1, "New Balance");
    private static final Brand SAUCONY = TestBrands.brand(2, "Saucony");
    private static final Model THOUSAND = TestModels.model(1, NEW_BALANCE, "1000");
    private static final Collaborator JOE = TestCollaborators.collaborator(1, "Joe Freshgoods");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Joe Freshgoods                 | 1000 | Joe Freshgoods x New Balance 1000
            Joe Freshgoods                 | -    | Joe Freshgoods x New Balance
            Aimé Leon Dore, Joe Freshgoods | 1000 | Aimé Leon Dore x Joe Freshgoods x New Balance 1000
            Joe Freshgoods, Aimé Leon Dore | -    | Joe Freshgoods x Aimé Leon Dore x New Balance
            """)
    void titleNamesCollaboratorsInTheirOrderThenTheModelOrTheBrand(String names, String model, String title) {
        var collaborators = Stream.of(names.split(", "))
                .map(name -> TestCollaborators.collaborator(1, name))
                .toArray(Collaborator[]::new);
        var of = model == null ? null : TestModels.model(1, NEW_BALANCE, model);
        assertThat(collaboration(1, NEW_BALANCE, of, collaborators).title()).isEqualTo(title);
    }

    @Test
    void collaborationOnAModelCoversThatModelOnly() {
        var collaboration = collaboration(1, NEW_BALANCE, THOUSAND, JOE);
        assertThat(collaboration.covers(THOUSAND)).isTrue();
        assertThat(collaboration.covers(TestModels.model(2, NEW_BALANCE, "990v6")))
                .isFalse();
        assertThat(collaboration.covers(TestModels.model(3, SAUCONY, "ProGrid Omni 9")))
                .isFalse();
    }

    @Test
    void collaborationWithABrandCoversAllItsModels() {
        var collaboration = collaboration(1, NEW_BALANCE, null, JOE);
        assertThat(collaboration.covers(THOUSAND)).isTrue();
        assertThat(collaboration.covers(TestModels.model(2, NEW_BALANCE, "990v6")))
                .isTrue();
        assertThat(collaboration.covers(TestModels.model(3, SAUCONY, "ProGrid Omni 9")))
                .isFalse();
    }

    /** The editor's stage before and after the rumors; null leaves the stage to the rumors. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,         TEASED,   -,         TEASED
            CONFIRMED, TEASED,   CONFIRMED, CONFIRMED
            CONFIRMED, TEASED,   -,         TEASED
            -,         TEASED,   CANCELLED, CANCELLED
            EXPECTED,  RELEASED, EXPECTED,  EXPECTED
            """)
    void stageOfAnEditorHoldsUntilItIsTakenBack(Stage before, Stage rumored, Stage after, Stage stage) {
        var collaboration = collaboration(1, NEW_BALANCE, THOUSAND, JOE);
        collaboration.revise(request(NEW_BALANCE, THOUSAND, before, JOE), NEW_BALANCE, THOUSAND, List.of(JOE), NOW);
        collaboration.updateFromRumors(rumored, null, NOW);
        collaboration.revise(request(NEW_BALANCE, THOUSAND, after, JOE), NEW_BALANCE, THOUSAND, List.of(JOE), NOW);
        assertThat(collaboration.stage()).isEqualTo(stage);
        assertThat(collaboration.stageSet()).isEqualTo(after);
    }

    @Test
    void newCollaborationIsSpeculated() {
        assertThat(collaboration(1, NEW_BALANCE, null, JOE).stage()).isEqualTo(Stage.SPECULATED);
    }

    @Test
    void changeIsAboutTheBrandTheModelAndTheCollaborators() {
        assertThat(collaboration(4, NEW_BALANCE, THOUSAND, JOE).entityRef().about())
                .containsExactlyInAnyOrder("collaboration:4", "brand:1", "model:1", "collaborator:1");
        assertThat(collaboration(4, NEW_BALANCE, null, JOE).entityRef().about())
                .containsExactlyInAnyOrder("collaboration:4", "brand:1", "collaborator:1");
    }
}
