package dev.solecast.catalog.collaborator;

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

/** The repository of collaborators. */
@Singleton
public class Collaborators extends Entries<Collaborator> {

    private static final String REFERRERS = """
            select 'collaboration' as type, x.slug
            from collaboration x join collaboration_collaborator c on c.collaboration_id = x.id
            where c.collaborator_id = :id and x.deleted_at is null
            """;

    Collaborators(Batch batch) {
        super(Collaborator.class, EntryType.COLLABORATOR, REFERRERS, batch);
    }

    Page<Collaborator> list(CollaboratorFilter filter, ListFilter named, PageRequest<Collaborator> page) {
        var where = new HqlQuery()
                .and("c.kind in :?", filter.kind())
                .and(
                        "exists (from Collaboration x where c member of x.collaborators and x.brand.slug in :?)",
                        Slug.texts(filter.brand()))
                .and(
                        "exists (from Collaboration x where c member of x.collaborators and x.model.slug in :?)",
                        Slug.texts(filter.model()))
                .and("c.updatedAt >= :?", named.updatedSince());
        return page("c", "", where, page);
    }

    static Sort<Collaborator> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("c.name", Collaborator::name), "c");
    }
}
