package dev.solecast.catalog.brand;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.entry.ListFilter;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import jakarta.inject.Singleton;

/** The repository of brands. */
@Singleton
public class Brands extends Entries<Brand> {

    private static final String REFERRERS = """
            select 'model' as type, slug from model where brand_id = :id and deleted_at is null
            union all
            select 'collaboration', slug from collaboration where brand_id = :id and deleted_at is null
            union all
            select 'collaborator', c.slug from collaborator c join collaborator_partner p on p.collaborator_id = c.id
            where p.brand_id = :id and c.deleted_at is null
            """;

    Brands(Batch batch) {
        super(Brand.class, EntryType.BRAND, REFERRERS, batch);
    }

    Page<Brand> list(ListFilter filter, PageRequest<Brand> page) {
        return page("b", "", new HqlQuery().and("b.updatedAt >= :?", filter.updatedSince()), page);
    }

    static Sort<Brand> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("b.name", Brand::name), "b");
    }
}
