package dev.solecast.catalog.brand;

import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;

/** Makes brands without a database. */
public final class TestBrands {

    private TestBrands() {}

    /** A brand with this id; its slug is made from its name. */
    public static Brand brand(long id, String name) {
        var slug = Slug.of(List.of(name)).orElseThrow();
        var request = new NewBrand(slug.text(), name, List.of(), null, null, List.of(), List.of());
        return Ids.give(new Brand(slug, request, Instant.parse("2026-11-02T09:00:00Z")), id);
    }
}
