package dev.solecast.catalog.brand;

import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes brands. */
@Singleton
public class BrandEditing extends Editing<Brand, NewBrand, BrandView> {

    BrandEditing(Brands brands, EditingSupport support) {
        super(brands, NewBrand.class, support);
    }

    @Override
    protected Brand create(NewBrand document, Slug slug, Instant now) {
        return new Brand(slug, document, now);
    }

    @Override
    protected void revise(Brand brand, NewBrand document, Instant now) {
        brand.revise(document, now);
    }

    @Override
    protected NewBrand document(Brand brand) {
        return new NewBrand(
                brand.slug(),
                brand.name(),
                brand.aliases(),
                brand.home(),
                brand.knownFor(),
                brand.lines(),
                brand.citations());
    }

    @Override
    protected BrandView view(Brand brand) {
        return BrandView.of(brand);
    }

    @Override
    protected List<String> slugParts(NewBrand document) {
        return List.of(document.name());
    }
}
