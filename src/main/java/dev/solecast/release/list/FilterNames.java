package dev.solecast.release.list;

import dev.solecast.http.Slug;
import dev.solecast.sql.ResultRow;
import dev.solecast.sql.SqlStatement;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Reads the names and titles of the entries that a filter names by their slugs. */
@Singleton
public class FilterNames {

    /** Enough to recognize a filter by. */
    private static final int MOST_OF_A_KIND = 3;

    private static final String NAMED =
            "select name from %s where slug = any(?) order by array_position(?, slug::text)";

    /** Rows as {@link ReleaseProjection#title} reads them. */
    private static final String TITLED = """
            select %s as model_id, %s as collaboration_id, cast(null as bigint) as other_collaboration_id,
                c.slug as colorway_slug, c.kind as colorway_kind, c.nickname, c.looks
            from %s where e.slug = any(?) order by array_position(?, e.slug::text)""";

    private static final String MODELS =
            TITLED.formatted("e.id", "cast(null as bigint)", "model e left join colorway c on false");
    private static final String COLORWAYS =
            TITLED.formatted("e.model_id", "e.collaboration_id", "colorway e join colorway c on c.id = e.id");
    private static final String RELEASES = TITLED.formatted(
            "e.model_id", "e.collaboration_id", "release e left join colorway c on c.id = e.colorway_id");
    private static final String COLLABORATIONS =
            TITLED.formatted("e.model_id", "e.id", "collaboration e left join colorway c on false");

    private final EntityManager database;
    private final ReleaseFragments fragments;

    FilterNames(EntityManager database, ReleaseFragments fragments) {
        this.database = database;
        this.fragments = fragments;
    }

    /**
     * The names of brands, collaborators and sources, and the titles of models, collaborations, colorways and releases:
     * a list for each kind that the filter has, cut off by "…".
     */
    public List<List<String>> of(ReleaseFilter filter) {
        var names = new ArrayList<List<String>>();
        add(names, filter.brand(), NAMED.formatted("brand"), false);
        add(names, filter.model(), MODELS, true);
        add(names, filter.collaborator(), NAMED.formatted("collaborator"), false);
        add(names, filter.collaboration(), COLLABORATIONS, true);
        add(names, filter.colorway(), COLORWAYS, true);
        add(names, filter.release(), RELEASES, true);
        add(names, filter.source(), NAMED.formatted("source"), false);
        return names;
    }

    private void add(List<List<String>> names, List<Slug> slugs, String sql, boolean titled) {
        if (slugs.isEmpty()) {
            return;
        }
        var first = slugs.stream().limit(MOST_OF_A_KIND).map(Slug::text).toArray(String[]::new);
        var statement = new SqlStatement(sql, first, first).letServerDecide();
        var read = titled ? titles(statement) : statement.read(database, row -> row.getString(1));
        var found = new ArrayList<>(read);
        if (slugs.size() > MOST_OF_A_KIND) {
            found.add("…");
        }
        if (!found.isEmpty()) {
            names.add(found);
        }
    }

    private List<String> titles(SqlStatement statement) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> statement.query(connection, rows -> {
                    var loaded = fragments.load(rows, connection);
                    var row = new ResultRow(rows);
                    var titles = new ArrayList<String>();
                    rows.beforeFirst();
                    while (rows.next()) {
                        titles.add(ReleaseProjection.title(row, loaded));
                    }
                    return titles;
                }));
    }
}
