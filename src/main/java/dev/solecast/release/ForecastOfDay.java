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
 * What is told of a forecast on one day; kept with its release, so that no page has to compute it.
 *
 * @param likeliestUntil the last day on which likeliest still stands, if no evidence is added
 * @param confidence in the window shown as the release's date; null if it has none
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

    /** To be set to {@link #values}. */
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

    /** In the order of {@link #COLUMNS}. */
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

    public static ForecastOfDay of(Forecast forecast, @Nullable Window date) {
        var half = forecast.within50();
        var most = forecast.within80();
        return new ForecastOfDay(
                forecast.today(),
                forecast.happens(),
                forecast.likeliest(),
                forecast.likeliestUntil(),
                forecast.median(),
                half == null ? null : half.from(),
                half == null ? null : half.to(),
                most == null ? null : most.from(),
                most == null ? null : most.to(),
                forecast.summary(),
                date == null ? null : forecast.confidence(date));
    }
}
