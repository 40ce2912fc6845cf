package dev.solecast.release;

import dev.solecast.catalog.Entries;
import dev.solecast.catalog.NamedFilter;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Sources extends Entries<Source> {

    Sources() {
        super(Source.class, "source");
    }

    Page<Source> list(SourceFilter filter, NamedFilter named, PageRequest<Source> page) {
        var where = new Where().and("s.kind in :?", filter.kind()).and("s.updatedAt >= :?", named.updatedSince());
        return page("s", "", where, page);
    }

    static Sort<Source> sort(NamedFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("s.name", Source::name), "s");
    }
}
