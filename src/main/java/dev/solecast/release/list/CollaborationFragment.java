package dev.solecast.release.list;

import dev.solecast.cache.Fragment;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Named;
import dev.solecast.sql.ResultRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a collaboration that its releases show.
 *
 * @param model the model that it is about; null while only the brand is known
 * @param shoe the title of the model, or the name of the brand
 */
record CollaborationFragment(
        ShownEntry collaboration,
        Stage stage,
        List<ShownEntry> members,
        ShownEntry brand,
        @Nullable ShownEntry model,
        String shoe)
        implements Fragment {

    static final String OF_COLLABORATIONS = """
            select x.id, x.slug, x.stage, b.id as brand_id, b.slug as brand_slug, b.name as brand,
                m.id as model_id, m.slug as model_slug, m.name as model,
                shoe_title(b.name, b.aliases, m.name) as shoe,
                (select json_agg(json_build_object('type', 'collaborator', 'id', p.id, 'slug', p.slug, 'name', p.name)
                        order by k.position)
                    from collaboration_collaborator k join collaborator p on p.id = k.collaborator_id
                    where k.collaboration_id = x.id) as members
            from collaboration x join brand b on b.id = x.brand_id left join model m on m.id = x.model_id
            where x.id = any(?)
            """;

    static CollaborationFragment of(ResultRow row) throws SQLException {
        var model = row.text("model_slug");
        return new CollaborationFragment(
                new ShownEntry(EntryType.COLLABORATION, row.longNumber("id"), row.requiredText("slug"), ""),
                Objects.requireNonNull(row.enumConstant("stage", Stage.values())),
                row.list("members", ShownEntry.class),
                new ShownEntry(
                        EntryType.BRAND,
                        row.longNumber("brand_id"),
                        row.requiredText("brand_slug"),
                        row.requiredText("brand")),
                model == null
                        ? null
                        : new ShownEntry(EntryType.MODEL, row.longNumber("model_id"), model, row.requiredText("model")),
                row.requiredText("shoe"));
    }

    @Override
    public long id() {
        return collaboration.id();
    }

    @Override
    public List<ShownEntry> shownEntries() {
        var all = new ArrayList<>(members);
        all.add(collaboration);
        all.add(brand);
        if (model != null) {
            all.add(model);
        }
        return all;
    }

    List<Named> collaborators() {
        return members.stream().map(ReleaseProjection::named).toList();
    }

    String title() {
        return Collaboration.title(collaborators(), shoe);
    }
}
