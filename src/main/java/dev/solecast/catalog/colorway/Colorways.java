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
                .and("c.styleCode in :?", filter.styleCode())
                .and(
                        "cast(sql('? && cast(? as text[])', c.colorNames, :?) as Boolean) = true",
                        filter.color().isEmpty() ? null : filter.color().toArray(String[]::new))
                .and("c.line in :?", filter.line())
                .and("c.kind in :?", filter.kind())
                .and("c.audience in :?", filter.audience())
                .and("c.strongestKind in :?", filter.strongestRumor())
                .and("c.updatedAt >= :?", listFilter.updatedSince());
        return page("c", FETCHES, where, page);
    }

    /** Uses the slug as the name, because a colorway may have none. */
    static Sort<Colorway> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("c.slug", Colorway::slug), "c");
    }

    /** The colorway of the brand with this style code; empty if the code is null. */
    Optional<Colorway> findByStyleCode(Brand brand, @Nullable String styleCode) {
        if (styleCode == null) {
            return Optional.empty();
        } else if (batch.isOpen()) {
            return byStyleCode().getOrDefault(styleCode, List.of()).stream()
                    .filter(colorway -> colorway.brand().id() == brand.id())
                    .findFirst();
        }
        return find("brand = ?1 and styleCode = ?2 and deletedAt is null", brand, styleCode)
                .firstResultOptional();
    }

    /** Prefetches the colorways of all brands with these style codes, for a batch. */
    void prefetchStyleCodes(Set<String> styleCodes) {
        if (!styleCodes.isEmpty()) {
            getSession()
                    .createNativeQuery(
                            "select * from colorway where style_code = any(:codes) and deleted_at is null",
                            Colorway.class)
                    .setParameter("codes", styleCodes.toArray(String[]::new))
                    .getResultList()
                    .forEach(this::index);
        }
    }

    @Override
    protected void noteAdded(Colorway colorway) {
        super.noteAdded(colorway);
        if (batch.isOpen()) {
            index(colorway);
        }
    }

    private void index(Colorway colorway) {
        if (colorway.styleCode() != null) {
            byStyleCode()
                    .computeIfAbsent(colorway.styleCode(), absent -> new ArrayList<>())
                    .add(colorway);
        }
    }

    private Map<String, List<Colorway>> byStyleCode() {
        return batch.attachment(ByStyleCode.class, ByStyleCode::new).colorways;
    }

    /** The prefetched and added colorways of a batch, by style code. */
    private static final class ByStyleCode {
        private final Map<String, List<Colorway>> colorways = new HashMap<>();
    }
}
