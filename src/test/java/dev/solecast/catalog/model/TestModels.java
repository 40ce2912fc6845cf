package dev.solecast.catalog.model;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;

/** Makes models without a database. */
public final class TestModels {

    private TestModels() {}

    /** A model with this id; its slug is made from its brand's slug and its name. */
    public static Model model(long id, Brand brand, String name) {
        var slug = Slug.of(List.of(brand.slug(), name)).orElseThrow();
        var request = new NewModel(
                slug.text(),
                brand.slug(),
                name,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return Ids.give(new Model(slug, request, brand, List.of(), Instant.parse("2026-11-02T09:00:00Z")), id);
    }
}
