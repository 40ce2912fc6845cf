package dev.solecast.release.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.entry.Named;
import dev.solecast.forecast.Weight;
import dev.solecast.release.ForecastView;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Rumor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A forecast day by day, and the part of each rumor in it. */
@Schema(name = "ForecastDetail")
public record ForecastDetail(
        ForecastView forecast,

        @Schema(description = "The chance that it comes within 730 days, unrounded: the sum of days.")
        double happens,

        @Schema(description = "The chance that it comes later or never.")
        double unresolved,

        @Schema(description = "Only with by=: the chance that it comes by that day.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        By by,

        @Schema(description = "The days that have a chance.")
        List<Day> days,

        @Schema(description = "Rumors that count or counted.", examples = "4")
        int posts,

        @Schema(description = "Independent origins among them.", examples = "1")
        int origins,

        @Schema(description = "The same in words.", examples = "4 posts, 1 origin")
        String evidence,

        List<Why> why) {

    /**
     * Returns null without a forecast.
     *
     * @param rumors at least all rumors about the release that the forecast rests on
     */
    static @Nullable ForecastDetail of(ReleaseSnapshot snapshot, List<Rumor> rumors, @Nullable LocalDate by) {
        var view = ForecastView.of(snapshot);
        var forecast = snapshot.forecast();
        var assessment = snapshot.assessment();
        if (view == null || forecast == null || assessment == null) {
            return null;
        }
        Map<Long, Rumor> byId = rumors.stream().collect(Collectors.toMap(Rumor::id, Function.identity()));
        return new ForecastDetail(
                view,
                forecast.happens(),
                forecast.unresolved(),
                by == null ? null : new By(by, forecast.chanceBy(by)),
                forecast.days().stream()
                        .map(day -> new Day(day.date(), day.chance()))
                        .toList(),
                assessment.posts(),
                assessment.origins(),
                counted(assessment.posts(), "post") + ", " + counted(assessment.origins(), "origin"),
                assessment.weights().stream()
                        .map(weight -> Why.of(weight, Objects.requireNonNull(byId.get(weight.rumor()))))
                        .toList());
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The chance that it comes by a day, that day included. */
    @Schema(name = "ChanceBy")
    public record By(LocalDate date, double chance) {}

    /** The chance of one day. */
    @Schema(name = "ChanceOfDay")
    public record Day(LocalDate date, double chance) {}

    /** The part of one rumor in the forecast. */
    @Schema(name = "Why")
    public record Why(
            @Schema(description = "Its id.") long rumor,
            Named source,
            RumorKind kind,

            @Schema(
                    enumeration = {"speaks", "replaced", "repeats", "cancels"},
                    description = "Speaks for itself, was replaced by a newer one of its source, repeats another and "
                            + "adds nothing, or says that it will not come.")
            String role,

            @Schema(description = "Its share in the days; all shares sum to 1.")
            double weight,

            @Schema(description = "Its own chance that the release comes; null if it does not count.") @Nullable
            Double comes,

            @Schema(description = "The id of the rumor it repeats.") @Nullable
            Long repeats,

            @Schema(description = "One sentence for people.")
            String reason) {

        static Why of(Weight weight, Rumor rumor) {
            return new Why(
                    weight.rumor(),
                    rumor.source().named(),
                    rumor.kind(),
                    weight.role().name().toLowerCase(Locale.ROOT),
                    weight.when(),
                    weight.comes(),
                    weight.repeats(),
                    weight.reason());
        }
    }
}
