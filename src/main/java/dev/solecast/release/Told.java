package dev.solecast.release;

import dev.solecast.release.date.Window;
import dev.solecast.release.forecast.Forecast;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a forecast on one day; kept with its release, so that no page has to compute it.
 *
 * @param likeliestUntil the last day on which likeliest still stands, if no evidence is added
 * @param confidence in the window shown as the release's date; null if it has none
 */
@Embeddable
record Told(
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

    static Told of(Forecast forecast, @Nullable Window date) {
        var half = forecast.within50();
        var most = forecast.within80();
        return new Told(
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
