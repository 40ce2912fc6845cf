package dev.solecast.catalog;

import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Models extends Entries<Model> {

    Models() {
        super(Model.class, "model");
    }

    Page<Model> list(ModelFilter filter, NamedFilter named, PageRequest<Model> page) {
        var where = new Where()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.category in :?", filter.category())
                .and("m.updatedAt >= :?", named.updatedSince());
        return page("m", "join fetch m.brand b", where, page);
    }

    static Sort<Model> sort(NamedFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("m.name", Model::name), "m");
    }
}
