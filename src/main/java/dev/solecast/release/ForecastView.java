package dev.solecast.release;

import dev.solecast.entry.WindowView;
import dev.solecast.forecast.Forecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The forecast that follows from all rumors about a release, in short. */
@Schema(name = "Forecast", description = "What all rumors together say; see /docs/method/.")
public record ForecastView(
        @Schema(
                type = SchemaType.NUMBER,
                description = "The chance that it comes within 730 days of asOf.",
                examples = "0.8")
        BigDecimal happens,

        @Schema(description = "Days, should it come; null when it has less than one chance in a million.") @Nullable
        LocalDate likeliest,

        @Nullable LocalDate median,

        @Schema(description = "First and last day of the middle half of the chances.") @Nullable
        List<LocalDate> within50,

        @Schema(description = "First and last day of the middle four fifths.") @Nullable
        List<LocalDate> within80,

        @Schema(description = "The window to tell people, no finer than the evidence supports.") @Nullable
        WindowView summary,

        @Schema(
                description = "No rumor names a date: all this rests on is how long such rumors usually wait.",
                examples = "false")
        boolean broad,

        @Schema(
                type = SchemaType.NUMBER,
                description = "The chance that it comes inside the window shown as its date; null if it has none.",
                examples = "0.6")
        @Nullable
        BigDecimal confidence,

        @Schema(description = "The day of the forecast, in UTC.")
        LocalDate asOf,

        @Schema(examples = "1") String methodVersion) {

    /** Returns null without a forecast: nothing was said, or the release is no longer awaited. */
    public static @Nullable ForecastView of(ReleaseSnapshot snapshot) {
        var forecast = snapshot.forecast();
        return forecast == null
                ? null
                : of(
                        ForecastOfDay.of(forecast, snapshot.date()),
                        forecast.distribution().dated());
    }

    /** The view of the figures of one day; {@code dated} is whether any rumor names a date. */
    public static ForecastView of(ForecastOfDay figures, boolean dated) {
        return new ForecastView(
                rounded(figures.happens()),
                figures.likeliest(),
                figures.median(),
                days(figures.from50(), figures.to50()),
                days(figures.from80(), figures.to80()),
                WindowView.of(figures.summary()),
                !dated,
                figures.confidence() == null ? null : rounded(figures.confidence()),
                figures.day(),
                Forecast.METHOD_VERSION);
    }

    private static @Nullable List<LocalDate> days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : List.of(from, to);
    }

    /** Rounds to four digits: more would suggest a precision that a forecast does not have. */
    private static BigDecimal rounded(double chance) {
        return BigDecimal.valueOf(chance).setScale(4, RoundingMode.HALF_EVEN);
    }
}
