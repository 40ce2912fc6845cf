package dev.solecast.release.list;

import dev.solecast.cache.Fragment;
import dev.solecast.change.EntryType;
import dev.solecast.sql.ResultRow;
import java.sql.SQLException;
import java.util.List;

/** A model and its brand, as cards name them. */
record ModelFragment(Shown brand, Shown model) implements Fragment {

    static final String OF_MODELS = """
            select m.id, m.slug, m.name, b.id as brand_id, b.slug as brand_slug, b.name as brand
            from model m join brand b on b.id = m.brand_id where m.id = any(?)
            """;

    static ModelFragment of(ResultRow row) throws SQLException {
        return new ModelFragment(
                new Shown(EntryType.BRAND, row.longNumber("brand_id"), row.known("brand_slug"), row.known("brand")),
                new Shown(EntryType.MODEL, row.longNumber("id"), row.known("slug"), row.known("name")));
    }

    @Override
    public long id() {
        return model.id();
    }

    @Override
    public List<Shown> shown() {
        return List.of(brand, model);
    }

    String title() {
        return brand.name() + " " + model.name();
    }
}
