package dev.solecast.catalog.collaboration;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.collaborator.Collaborator;
import dev.solecast.catalog.model.Model;
import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes collaborations without a database. */
public final class TestCollaborations {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private TestCollaborations() {}

    /** A collaboration whose stage follows from the rumors; a null model is one with the brand as a whole. */
    public static Collaboration collaboration(
            long id, Brand brand, @Nullable Model model, Collaborator... collaborators) {
        var slug = new Slug("collaboration-" + id);
        var request = request(brand, model, null, collaborators);
        return Ids.give(new Collaboration(slug, request, brand, model, List.of(collaborators), NOW), id);
    }

    /** A request for such a collaboration; a null stage leaves it to the rumors. */
    static NewCollaboration request(
            Brand brand, @Nullable Model model, @Nullable Stage stage, Collaborator... collaborators) {
        return new NewCollaboration(
                null,
                brand.slug(),
                model == null ? null : model.slug(),
                List.of(collaborators).stream().map(Collaborator::slug).toList(),
                stage,
                stage == null ? null : "Their shops say so",
                List.of());
    }
}
