package dev.solecast.source;

import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;

/** Makes sources without a database. */
public final class TestSources {

    private TestSources() {}

    /** A source with this id; its slug is made from its name. */
    public static Source source(long id, String name, SourceKind kind) {
        var slug = Slug.of(List.of(name)).orElseThrow();
        return Ids.give(
                new Source(
                        slug,
                        new NewSource(slug.text(), name, kind, null, null, null),
                        Instant.parse("2026-01-01T00:00:00Z")),
                id);
    }
}
