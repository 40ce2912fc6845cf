package dev.solecast.catalog.collaboration;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.model.Model;
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
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The repository of collaborations. */
@Singleton
public class Collaborations extends Entries<Collaboration> {

    private static final String REFERRERS = """
            select 'colorway' as type, slug from colorway where collaboration_id = :id and deleted_at is null
            union all
            select 'release', slug from release where collaboration_id = :id and deleted_at is null
            """;

    Collaborations(Batch batch) {
        super(Collaboration.class, EntryType.COLLABORATION, REFERRERS, batch);
    }

    Page<Collaboration> list(CollaborationFilter filter, ListFilter listFilter, PageRequest<Collaboration> page) {
        var where = new HqlQuery()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.slug in :?", Slug.texts(filter.model()))
                .and(
                        "exists (select 1 from c.collaborators who where who.slug in :?)",
                        Slug.texts(filter.collaborator()))
                .and("c.stage in :?", filter.stage())
                .and("c.strongestKind in :?", filter.strongestRumor())
                .and("c.updatedAt >= :?", listFilter.updatedSince());
        return page("c", "join fetch c.brand b left join fetch c.model m", where, page);
    }

    /**
     * Locks a collaboration against changes until this transaction ends, and reads what rumors have written since.
     *
     * @throws OptimisticLockException if an editor has changed it since
     */
    void lock(Collaboration collaboration) {
        int version = collaboration.version();
        getEntityManager().refresh(collaboration, LockModeType.PESSIMISTIC_WRITE);
        if (collaboration.version() != version) {
            throw new OptimisticLockException(collaboration);
        }
    }

    /** Throws a conflict if colorways or releases of the collaboration are not of this brand and model. */
    void refuseToUncover(Collaboration collaboration, Brand brand, @Nullable Model model) {
        var covered = model == null ? "brand_id = :other" : "model_id = :other";
        Referrers.refuseWhileAny(
                getEntityManager(),
                model == null ? "brand" : "model",
                """
                select 'colorway' as type, slug from colorway
                where collaboration_id = :id and deleted_at is null and not (%1$s)
                union all
                select 'release', slug from release
                where collaboration_id = :id and deleted_at is null and not (%1$s)
                """.formatted(covered),
                Map.of("id", collaboration.id(), "other", model == null ? brand.id() : model.id()),
                "They are of another; change those first, or add another collaboration.");
    }

    /** Uses the slug as the name, because a collaboration has no name of its own. */
    static Sort<Collaboration> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("c.slug", Collaboration::slug), "c");
    }
}
