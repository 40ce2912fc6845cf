package dev.solecast.release;

import dev.solecast.date.Window;
import dev.solecast.forecast.Forecast;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a forecast on one day, stored with its release so that no page has to compute them.
 *
 * @param likeliestUntil the last day on which {@code likeliest} still holds, if no evidence is added
 * @param confidence the chance that it comes inside the window shown as its date; null if it has no date
 */
@Embeddable
public record ForecastOfDay(
        @Column(name = "forecast_day") LocalDate day,
        @Column(name = "forecast_happens") double happens,
        @Column(name = "likeliest") @Nullable LocalDate likeliest,
        @Column(name = "likeliest_until") @Nullable LocalDate likeliestUntil,
        @Column(name = "forecast_median") @Nullable LocalDate median,
        @Column(name = "forecast_from50") @Nullable LocalDate from50,
        @Column(name = "forecast_to50") @Nullable LocalDate to50,
        @Column(name = "forecast_from80") @Nullable LocalDate from80,
        @Column(name = "forecast_to80") @Nullable LocalDate to80,
        @Column(name = "forecast_summary") @Nullable Window summary,
        @Column(name = "forecast_confidence") @Nullable Double confidence) {

    /** The columns of {@link #values}, in the same order. */
    public static final List<String> COLUMNS = List.of(
            "forecast_day",
            "forecast_happens",
            "likeliest",
            "likeliest_until",
            "forecast_median",
            "forecast_from50",
            "forecast_to50",
            "forecast_from80",
            "forecast_to80",
            "forecast_summary",
            "forecast_confidence");

    /** The values of {@link #COLUMNS}, in the same order. */
    public List<@Nullable Object> values() {
        return Arrays.asList(
                day,
                happens,
                likeliest,
                likeliestUntil,
                median,
                from50,
                to50,
                from80,
                to80,
                summary == null ? null : summary.edtf(),
                confidence);
    }

    /** The figures of a forecast; {@code date} is the window shown as the date of the release. */
    public static ForecastOfDay of(Forecast forecast, @Nullable Window date) {
        var middle50 = forecast.within50();
        var middle80 = forecast.within80();
        return new ForecastOfDay(
                forecast.today(),
                forecast.happens(),
                forecast.likeliest(),
                forecast.likeliestUntil(),
                forecast.median(),
                middle50 == null ? null : middle50.from(),
                middle50 == null ? null : middle50.to(),
                middle80 == null ? null : middle80.from(),
                middle80 == null ? null : middle80.to(),
                forecast.summary(),
                date == null ? null : forecast.confidence(date));
    }
}
