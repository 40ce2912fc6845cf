package dev.solecast.catalog;

import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Brands extends Entries<Brand> {

    Brands() {
        super(Brand.class, "brand");
    }

    Page<Brand> list(NamedFilter filter, PageRequest<Brand> page) {
        return page("b", "", new Where().and("b.updatedAt >= :?", filter.updatedSince()), page);
    }

    static Sort<Brand> sort(NamedFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("b.name", Brand::name), "b");
    }
}
