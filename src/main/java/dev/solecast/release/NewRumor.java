package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.InvalidEdtf;
import dev.solecast.date.Window;
import dev.solecast.http.MultiLine;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.sale.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to record a rumor.
 *
 * @param source the slug of the source that says it
 * @param via the slug of the source that passed it on to us; null if we had it from the source itself
 * @param saidOn EDTF with a known last day
 * @param window EDTF; null if no date was named
 * @param copiesRumor the id of a rumor about the same release that this one repeats
 * @param copiesSource the slug of a source that this one repeats
 * @param statement the content of the rumor in our own words
 */
@Schema(name = "NewRumor")
public record NewRumor(
        @Size(max = Slug.LONGEST) @NotBlank String source,
        @Size(max = Slug.LONGEST) @Nullable String via,
        @NotNull RumorKind kind,

        @Size(max = 2000) @Pattern(regexp = "https?://.+", message = "must be an http or https address") @Nullable
        String url,

        @NotBlank @Size(max = 40) String saidOn,
        @Size(max = 40) @Nullable String window,
        @Valid @Nullable Money price,
        boolean cancels,
        @Nullable Long copiesRumor,
        @Size(max = Slug.LONGEST) @Nullable String copiesSource,
        @MultiLine @Size(max = 1000) @Nullable String statement) {

    /** The request that would record the same rumor again. */
    public static NewRumor of(Rumor rumor) {
        return new NewRumor(
                rumor.source().slug(),
                rumor.via() == null ? null : rumor.via().slug(),
                rumor.kind(),
                rumor.url(),
                rumor.saidOn().edtf(),
                rumor.window() == null ? null : rumor.window().edtf(),
                rumor.price(),
                rumor.cancels(),
                rumor.copiesRumor() == null ? null : rumor.copiesRumor().id(),
                rumor.copiesSource() == null ? null : rumor.copiesSource().slug(),
                rumor.statement());
    }

    /** Parses {@code saidOn}; a text that is not EDTF or has no known last day is a problem. */
    public Window saidOnWindow() {
        var said = parse("saidOn", saidOn);
        if (said.latest() == null) {
            throw refused("saidOn", "needs a known last day, for example 2027-03 or ../2027-03.");
        }
        return said;
    }

    /** Parses {@code window}; null if no date was named. */
    @Nullable
    Window claimedWindow() {
        if (window != null && cancels) {
            throw refused("window", "a cancellation names no date; leave window or cancels out.");
        }
        return window == null ? null : parse("window", window);
    }

    private static Window parse(String field, String edtf) {
        try {
            return Window.parse(edtf);
        } catch (InvalidEdtf e) {
            throw refused(field, e.getMessage());
        }
    }

    private static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }
}
