package dev.solecast.catalog.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that need no database. */
class CollaborationEditingTest {

    private final CollaborationEditing editing = new CollaborationEditing(null, null, null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            joe-freshgoods                | new-balance-1000 | joe-freshgoods-new-balance-1000
            joe-freshgoods                | -                | joe-freshgoods-new-balance
            aime-leon-dore joe-freshgoods | new-balance-1000 | aime-leon-dore-joe-freshgoods-new-balance-1000
            """)
    void slugIsMadeFromCollaboratorsAndModelOrBrand(String collaborators, String model, String slug) {
        assertThat(Slug.of(editing.slugParts(request(List.of(collaborators.split(" ")), model, null))))
                .contains(new Slug(slug));
    }

    @ParameterizedTest
    @EnumSource
    void stageNeedsAReason(Stage stage) {
        var request = request(List.of("joe-freshgoods"), null, stage);
        var slug = new Slug("joe-freshgoods-new-balance");
        assertThatThrownBy(() -> editing.create(request, slug, Instant.parse("2026-11-30T09:00:00Z")))
                .isInstanceOf(Problem.class)
                .hasMessage("stageReason: is needed with stage: say why it is " + stage.wireName() + ".");
    }

    private static NewCollaboration request(List<String> collaborators, @Nullable String model, @Nullable Stage stage) {
        return new NewCollaboration(null, "new-balance", model, collaborators, stage, null, List.of());
    }
}
