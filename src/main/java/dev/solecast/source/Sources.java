package dev.solecast.source;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.entry.ListFilter;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import jakarta.inject.Singleton;

/** The repository of sources. */
@Singleton
public class Sources extends Entries<Source> {

    private static final String REFERRERS = """
            select distinct 'release' as type, r.slug from rumor u join release r on r.id = u.release_id
            where :id in (u.source_id, u.via_id, u.copies_source_id) and r.deleted_at is null
            """;

    Sources(Batch batch) {
        super(Source.class, EntryType.SOURCE, REFERRERS, batch);
    }

    Page<Source> list(SourceFilter filter, ListFilter listFilter, PageRequest<Source> page) {
        var where =
                new HqlQuery().and("s.kind in :?", filter.kind()).and("s.updatedAt >= :?", listFilter.updatedSince());
        return page("s", "", where, page);
    }

    static Sort<Source> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("s.name", Source::name), "s");
    }
}
