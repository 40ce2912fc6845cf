package dev.solecast.release.list;

import dev.solecast.cache.Fragment;
import dev.solecast.change.EntryType;
import dev.solecast.sql.ResultRow;
import java.sql.SQLException;
import java.util.List;

/**
 * The names of a model and its brand, as releases show them.
 *
 * @param title both in one
 */
record ModelFragment(ShownEntry brand, ShownEntry model, String title) implements Fragment {

    static final String OF_MODELS = """
            select m.id, m.slug, m.name, b.id as brand_id, b.slug as brand_slug, b.name as brand,
                shoe_title(b.name, b.aliases, m.name) as title
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
                        EntryType.MODEL, row.longNumber("id"), row.requiredText("slug"), row.requiredText("name")),
                row.requiredText("title"));
    }

    @Override
    public long id() {
        return model.id();
    }

    @Override
    public List<ShownEntry> shownEntries() {
        return List.of(brand, model);
    }
}
