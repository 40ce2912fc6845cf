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

/** What all rumors about a release say together, in short. */
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

    /** Null without a forecast: nothing said, or no longer awaited. */
    public static @Nullable ForecastView of(ReleaseSnapshot outlook) {
        var forecast = outlook.forecast();
        return forecast == null
                ? null
                : of(
                        ForecastOfDay.of(forecast, outlook.date()),
                        forecast.belief().dated());
    }

    /** What was told on its day, whether any rumor names a date or not. */
    public static ForecastView of(ForecastOfDay told, boolean dated) {
        return new ForecastView(
                rounded(told.happens()),
                told.likeliest(),
                told.median(),
                days(told.from50(), told.to50()),
                days(told.from80(), told.to80()),
                WindowView.of(told.summary()),
                !dated,
                told.confidence() == null ? null : rounded(told.confidence()),
                told.day(),
                Forecast.METHOD_VERSION);
    }

    private static @Nullable List<LocalDate> days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : List.of(from, to);
    }

    /** Four digits: more would pretend to know more. */
    private static BigDecimal rounded(double chance) {
        return BigDecimal.valueOf(chance).setScale(4, RoundingMode.HALF_EVEN);
    }
}
