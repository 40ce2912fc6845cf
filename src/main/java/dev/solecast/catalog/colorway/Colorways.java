package dev.solecast.catalog.colorway;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.entry.ListFilter;
import dev.solecast.http.Slug;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    Page<Colorway> list(ColorwayFilter filter, ListFilter named, PageRequest<Colorway> page) {
        var where = new HqlQuery()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.slug in :?", Slug.texts(filter.model()))
                .and("x.slug in :?", Slug.texts(filter.collaboration()))
                // By the column of the colorway: through that of x the database may merge whole indexes.
                .and(
                        "fk(c.collaboration) in"
                                + " (select k.id from Collaboration k join k.collaborators who where who.slug in :?)",
                        Slug.texts(filter.collaborator()))
                .and("c.styleCode in :?", filter.styleCode())
                .and(
                        "cast(sql('? && cast(? as text[])', c.colorNames, :?) as Boolean) = true",
                        filter.color().isEmpty() ? null : filter.color().toArray(String[]::new))
                .and("c.line in :?", filter.line())
                .and("c.kind in :?", filter.kind())
                .and("c.audience in :?", filter.audience())
                .and("c.strongestKind in :?", filter.strongestRumor())
                .and("c.updatedAt >= :?", named.updatedSince());
        return page("c", FETCHES, where, page);
    }

    /** A colorway may have no name; its slug serves. */
    static Sort<Colorway> sort(ListFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("c.slug", Colorway::slug), "c");
    }

    /** The one with this style code; empty also where none is asked for. */
    Optional<Colorway> of(Brand brand, @Nullable String styleCode) {
        if (styleCode == null) {
            return Optional.empty();
        } else if (batch.isOpen()) {
            return coded().getOrDefault(styleCode, List.of()).stream()
                    .filter(colorway -> colorway.brand().id() == brand.id())
                    .findFirst();
        }
        return find("brand = ?1 and styleCode = ?2 and deletedAt is null", brand, styleCode)
                .firstResultOptional();
    }

    /** For a batch: finds those with these style codes, of whatever brand. */
    void lookAheadCodes(Set<String> styleCodes) {
        if (!styleCodes.isEmpty()) {
            getSession()
                    .createNativeQuery(
                            "select * from colorway where style_code = any(:codes) and deleted_at is null",
                            Colorway.class)
                    .setParameter("codes", styleCodes.toArray(String[]::new))
                    .getResultList()
                    .forEach(this::note);
        }
    }

    @Override
    protected void added(Colorway colorway) {
        super.added(colorway);
        if (batch.isOpen()) {
            note(colorway);
        }
    }

    private void note(Colorway colorway) {
        if (colorway.styleCode() != null) {
            coded().computeIfAbsent(colorway.styleCode(), unseen -> new ArrayList<>())
                    .add(colorway);
        }
    }

    private Map<String, List<Colorway>> coded() {
        return batch.note(Coded.class, Coded::new).colorways;
    }

    /** By their style codes. */
    private static final class Coded {
        private final Map<String, List<Colorway>> colorways = new HashMap<>();
    }
}
