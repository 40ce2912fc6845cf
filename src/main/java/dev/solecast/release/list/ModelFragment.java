package dev.solecast.release.list;

import dev.solecast.cache.Fragment;
import dev.solecast.change.EntryType;
import dev.solecast.sql.ResultRow;
import java.sql.SQLException;
import java.util.List;

/** The names of a model and its brand, as releases show them. */
record ModelFragment(ShownEntry brand, ShownEntry model) implements Fragment {

    static final String OF_MODELS = """
            select m.id, m.slug, m.name, b.id as brand_id, b.slug as brand_slug, b.name as brand
            from model m join brand b on b.id = m.brand_id where m.id = any(?)
            """;

    static ModelFragment of(ResultRow row) throws SQLException {
        return new ModelFragment(
                new ShownEntry(
                        EntryType.BRAND,
                        row.longNumber("brand_id"),
                        row.requiredText("brand_slug"),
                        row.requiredText("brand")),
                new ShownEntry(
                        EntryType.MODEL, row.longNumber("id"), row.requiredText("slug"), row.requiredText("name")));
    }

    @Override
    public long id() {
        return model.id();
    }

    @Override
    public List<ShownEntry> shownEntries() {
        return List.of(brand, model);
    }

    String title() {
        return brand.name() + " " + model.name();
    }
}
