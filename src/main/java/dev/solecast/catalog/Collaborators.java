package dev.solecast.catalog;

import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Collaborators extends Entries<Collaborator> {

    Collaborators() {
        super(Collaborator.class, "collaborator");
    }

    Page<Collaborator> list(CollaboratorFilter filter, NamedFilter named, PageRequest<Collaborator> page) {
        var where = new Where()
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

    static Sort<Collaborator> sort(NamedFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("c.name", Collaborator::name), "c");
    }
}
