package dev.solecast.catalog.collaborator;

import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;

/** Makes collaborators without a database. */
public final class TestCollaborators {

    private TestCollaborators() {}

    /** A collaborator with this id; its slug is made from its name. */
    public static Collaborator collaborator(long id, String name) {
        var slug = Slug.of(List.of(name)).orElseThrow();
        var request = new NewCollaborator(
                slug.text(),
                name,
                List.of(),
                CollaboratorKind.PERSON,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return Ids.give(
                new Collaborator(slug, request, List.of(), List.of(), Instant.parse("2026-11-02T09:00:00Z")), id);
    }
}
