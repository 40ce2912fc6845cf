package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.solecast.catalog.collaboration.StrongestRumor;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import dev.solecast.entry.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a colorway for callers; null or empty means unknown. */
@Schema(name = "Colorway")
public record ColorwayView(
        @Schema(examples = "new-balance-1000-pink") String slug,
        @Schema(examples = "New Balance 1000 in pink") String title,
        Named brand,
        Named model,
        ColorwayKind kind,

        @Schema(description = "Slug and title; null for a general release.") @Nullable
        Named collaboration,

        @Nullable String nickname,
        List<Color> colors,
        List<Feature> materials,
        @Schema(examples = "U1000XX") @Nullable String styleCode,
        @Schema(examples = "Made in U.S.A.") @Nullable String line,
        @Nullable Audience audience,
        List<String> sizes,

        @Schema(description = "A model it reminds of.") @Nullable
        Named reminiscentOf,

        List<Picture> pictures,

        @Schema(description = "The strongest rumor about its releases; null where there is none.") @Nullable
        StrongestRumor strongestRumor,

        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView {

    static ColorwayView of(Colorway colorway) {
        var collaboration = colorway.collaboration();
        var reminiscentOf = colorway.reminiscentOf();
        return new ColorwayView(
                colorway.slug(),
                colorway.title(),
                colorway.brand().named(),
                new Named(colorway.model().slug(), colorway.model().name()),
                colorway.kind(),
                collaboration == null ? null : new Named(collaboration.slug(), collaboration.title()),
                colorway.nickname(),
                colorway.colors(),
                colorway.materials(),
                colorway.styleCode(),
                colorway.line(),
                colorway.audience(),
                colorway.sizes(),
                reminiscentOf == null ? null : new Named(reminiscentOf.slug(), reminiscentOf.title()),
                colorway.pictures(),
                colorway.strongestRumor(),
                colorway.citations(),
                colorway.updatedAt(),
                colorway.version());
    }
}
