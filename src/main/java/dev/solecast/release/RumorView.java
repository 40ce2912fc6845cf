package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.entry.Named;
import dev.solecast.entry.WindowView;
import dev.solecast.release.sale.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rumor as callers see it. */
@Schema(name = "Rumor", description = "One source's statement about a release.")
public record RumorView(
        long id,
        RumorKind kind,
        Named source,

        @Schema(description = "Who passed it on, if we did not have it from the source itself.") @Nullable
        Named via,

        @Nullable String url,

        @Schema(description = "When it was said; it counts from the last day of this.")
        WindowView saidOn,

        Instant recordedAt,

        @Schema(description = "When the release will be, they say; null if they name no date.") @Nullable
        WindowView window,

        @Nullable Money price,

        @Schema(description = "They say that it will not come at all.")
        boolean cancels,

        @Schema(description = "What was said, in our words.") @Nullable
        String statement,

        @Schema(description = "The source it repeats; it counts no more than that one.") @Nullable
        Named copiesSource,

        @Schema(description = "The rumor it repeats.") @Nullable
        Long copiesRumor,

        @Schema(description = "Null unless it was taken back.") @Nullable
        Retraction retracted) {

    public static RumorView of(Rumor rumor) {
        var via = rumor.via();
        var origin = rumor.copiesSource();
        var original = rumor.copiesRumor();
        var retractedAt = rumor.retractedAt();
        var reason = rumor.retraction();
        return new RumorView(
                rumor.id(),
                rumor.kind(),
                rumor.source().named(),
                via == null ? null : via.named(),
                rumor.url(),
                WindowView.known(rumor.saidOn()),
                rumor.recordedAt(),
                WindowView.of(rumor.window()),
                rumor.price(),
                rumor.cancels(),
                rumor.statement(),
                origin == null ? null : origin.named(),
                original == null ? null : original.id(),
                retractedAt == null || reason == null ? null : new Retraction(retractedAt, reason));
    }

    /** The time and the reason of a retraction. */
    @Schema(name = "Retraction")
    public record Retraction(Instant at, String reason) {}
}
