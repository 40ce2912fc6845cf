package dev.solecast.catalog.brand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a brand for callers; null or empty means unknown. */
@Schema(name = "Brand")
public record BrandView(
        @Schema(examples = "new-balance") String slug,
        @Schema(examples = "New Balance") String name,
        List<String> aliases,
        @Schema(examples = "Boston") @Nullable String home,
        @Nullable String knownFor,
        List<ProductLine> lines,
        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView {

    static BrandView of(Brand brand) {
        return new BrandView(
                brand.slug(),
                brand.name(),
                brand.aliases(),
                brand.home(),
                brand.knownFor(),
                brand.lines(),
                brand.citations(),
                brand.updatedAt(),
                brand.version());
    }
}
