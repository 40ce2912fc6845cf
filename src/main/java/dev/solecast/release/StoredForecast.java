package dev.solecast.release;

import dev.solecast.date.Window;
import dev.solecast.forecast.Assessment;
import dev.solecast.forecast.DateDistribution;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Weight;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A forecast as stored with its release: valid on every day until its evidence changes. */
@Embeddable
class StoredForecast {

    @Column(name = "forecast_comes")
    private double comes;

    @Column(name = "forecast_first")
    private LocalDate first;

    @Column(name = "forecast_sums")
    private int[] sums;

    @Column(name = "forecast_dated")
    private boolean dated;

    @Column(name = "forecast_origins")
    private int origins;

    @Column(name = "forecast_weights")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Weight> weights;

    @Column(name = "forecast_method")
    private String method;

    @Embedded
    @SuppressWarnings("UnusedVariable") // read by queries only
    private ForecastOfDay figures;

    @SuppressWarnings("NullAway.Init")
    protected StoredForecast() {}

    StoredForecast(Assessment assessment, LocalDate today, @Nullable Window date) {
        var distribution = assessment.distribution();
        comes = distribution.comes();
        first = distribution.first();
        sums = distribution.sums();
        dated = distribution.dated();
        origins = assessment.origins();
        weights = assessment.weights();
        method = Forecast.METHOD_VERSION;
        figures = ForecastOfDay.of(assessment.on(today), date);
    }

    /** The columns of {@link #values}, in the same order. */
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "forecast_comes",
                            "forecast_first",
                            "forecast_sums",
                            "forecast_dated",
                            "forecast_origins",
                            "forecast_weights",
                            "forecast_method"),
                    ForecastOfDay.COLUMNS.stream())
            .toList();

    /** The values if there is no forecast. */
    static final List<@Nullable Object> NOTHING = Collections.nCopies(COLUMNS.size(), null);

    /** The values of {@link #COLUMNS}, in the same order. */
    List<@Nullable Object> values() {
        var values =
                new ArrayList<@Nullable Object>(Arrays.asList(comes, first, sums, dated, origins, weights, method));
        values.addAll(figures.values());
        return values;
    }

    Assessment assessment() {
        return new Assessment(new DateDistribution(comes, first, sums, dated), weights, origins);
    }

    String method() {
        return method;
    }
}
