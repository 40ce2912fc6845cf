package dev.solecast.catalog.colorway;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.entry.ListFilter;
import dev.solecast.entry.Referrers;
import dev.solecast.http.Slug;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The repository of colorways. */
@Singleton
public class Colorways extends Entries<Colorway> {

    private static final String REFERRERS = """
            select 'release' as type, slug from release where colorway_id = :id and deleted_at is null
            """;

    private static final String FETCHES = """
            join fetch c.brand b
            join fetch c.model m
            left join fetch c.reminiscentOf
            left join fetch c.collaboration x
            """;

    private final Batch batch;

    Colorways(Batch batch) {
        super(Colorway.class, EntryType.COLORWAY, REFERRERS, batch);
        this.batch = batch;
    }

    Page<Colorway> list(ColorwayFilter filter, ListFilter listFilter, PageRequest<Colorway> page) {
        var where = new HqlQuery()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.slug in :?", Slug.texts(filter.model()))
                .and("x.slug in :?", Slug.texts(filter.collaboration()))
                // Uses the foreign key of the colorway, because for the id of x the database may merge whole indexes.
                .and(
                        "fk(c.collaboration) in"
                                + " (select k.id from Collaboration k join k.collaborators who where who.slug in :?)",
                        Slug.texts(filter.collaborator()))
                .and(sql("? = " + StyleCodes.OF_COLORWAYS, "c.id"), anyOf(StyleCodes.of(filter.styleCode())))
                .and(sql("? && cast(? as text[])", "c.colorNames"), anyOf(Color.spellings(filter.color())))
                .and("c.line in :?", filter.line())
                .and("c.kind in :?", filter.kind())
                .and("c.audience in :?", filter.audience())
                .and("c.strongestKind in :?", filter.strongestRumor())
                .and("c.updatedAt >= :?", listFilter.updatedSince());
        return page("c", FETCHES, where, page);
    }

    /** A condition in SQL on a column and the parameter. */
    private static String sql(String condition, String column) {
        return "cast(sql('" + condition + "', " + column + ", :?) as Boolean) = true";
    }

    private static String @Nullable [] anyOf(List<String> texts) {
        return texts.isEmpty() ? null : texts.toArray(String[]::new);
    }

    /** Throws a conflict if releases, even deleted ones, show the colorway as one of its model. */
    void refuseToLeaveModel(Colorway colorway) {
        Referrers.refuseWhileAny(
                getEntityManager(),
                "model",
                "select 'release' as type, slug from release where colorway_id = :id",
                Map.of("id", colorway.id()),
                "They are releases of its model; add a colorway of the other one.");
    }

    /** Throws a conflict if releases keep the collaboration of the colorway. */
    void refuseToLeaveCollaboration(Colorway colorway) {
        Referrers.refuseWhileAny(
                getEntityManager(),
                "collaboration",
                """
                select 'release' as type, slug from release
                where colorway_id = :id and collaboration_id is not null and deleted_at is null
                """,
                Map.of("id", colorway.id()),
                "They belong to the collaboration, too: set their colorway and collaboration to null first, and"
                        + " afterwards their colorway to this one again.");
    }

    /** Uses the slug as the name, because a colorway may have none. */
    static Sort<Colorway> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("c.slug", Colorway::slug), "c");
    }

    /** The colorways of the brand with a style code equal to this one, oldest first; none if the code is null. */
    List<Colorway> listByStyleCode(Brand brand, @Nullable String styleCode) {
        var codes = StyleCodes.of(styleCode);
        if (batch.isOpen()) {
            return codes.stream()
                    .flatMap(code -> byStyleCode().getOrDefault(code, List.of()).stream())
                    .distinct()
                    // Its code may have been changed by an earlier line.
                    .filter(colorway -> colorway.brand().id() == brand.id()
                            && !Collections.disjoint(StyleCodes.of(colorway.styleCode()), codes))
                    .toList();
        }
        return codes.isEmpty()
                ? List.of()
                : withStyleCodes(codes).stream()
                        .filter(colorway -> colorway.brand().id() == brand.id())
                        .toList();
    }

    /** Prefetches the colorways of all brands with style codes equal to these, for a batch. */
    void prefetchStyleCodes(Set<String> styleCodes) {
        if (!styleCodes.isEmpty()) {
            withStyleCodes(StyleCodes.of(List.copyOf(styleCodes))).forEach(this::index);
        }
    }

    private List<Colorway> withStyleCodes(List<String> codes) {
        return getSession()
                .createNativeQuery("""
                        select * from colorway where codes && cast(:codes as text[]) and deleted_at is null order by id
                        """, Colorway.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList();
    }

    @Override
    protected void noteAdded(Colorway colorway) {
        super.noteAdded(colorway);
        if (batch.isOpen()) {
            index(colorway);
        }
    }

    /** Makes a colorway known by its style codes to the lines of the batch that follow. */
    private void index(Colorway colorway) {
        StyleCodes.of(colorway.styleCode())
                .forEach(code -> byStyleCode()
                        .computeIfAbsent(code, absent -> new ArrayList<>())
                        .add(colorway));
    }

    /** Makes the new style code of a colorway known to the lines of the batch that follow, if there is a batch. */
    void noteChanged(Colorway colorway) {
        if (batch.isOpen()) {
            index(colorway);
        }
    }

    private Map<String, List<Colorway>> byStyleCode() {
        return batch.attachment(ByStyleCode.class, ByStyleCode::new).colorways;
    }

    /** The prefetched, added and changed colorways of a batch, by each normal form of their style codes. */
    private static final class ByStyleCode {
        private final Map<String, List<Colorway>> colorways = new HashMap<>();
    }
}
