package dev.solecast.release.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.date.Window;
import dev.solecast.forecast.DateDistribution;
import dev.solecast.forecast.Forecast;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.RumorTotals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions on forecasts; {@code ReleaseListTest} and {@code PastStatesTest} have those that a query checks. */
class ReleaseFilterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** With a chance of five in eight it comes, four times out of five on 6 March and else on 7 March 2027. */
    private static final Forecast FORECAST = forecast(0.625);

    /** The chance of 6 March 2027 is exactly one in two. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03-06, 0,    true
            2027-03-06, 0.5,  true
            2027-03-06, 0.51, false
            2027-03,    0.62, true
            2027-03,    0.63, false
            2027-04,    0,    true
            2027-04,    0.01, false
            -,          0,    false
            """)
    void confidenceIsAtLeastTheOneAskedForAndNotMissing(String date, double least, boolean fits) {
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, date, FORECAST),
                        new ReleaseFilterBuilder().minConfidence(least)))
                .isEqualTo(fits);
    }

    @Test
    void releaseWithoutAForecastHasNoConfidence() {
        assertThat(fits(snapshot(ReleaseStatus.RELEASED, "2027-03", null), new ReleaseFilterBuilder().minConfidence(0)))
                .isFalse();
    }

    /** The date does not count, only the forecast. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03-06, 2027-03-06, true
            2027-03-06, 2027-03-07, true
            2027-03-06, -,          true
            -,          2027-03-06, true
            -,          2027-03-05, false
            2027-03-07, 2027-03-07, false
            2027-03-07, -,          false
            """)
    void likelyRangeHasAtLeastOneChanceInTwo(LocalDate from, LocalDate to, boolean fits) {
        var filter = new ReleaseFilterBuilder().range(from, to, RangeMatch.LIKELY);
        for (var date : new String[] {"2027-03-06", "2029", null}) {
            assertThat(fits(snapshot(ReleaseStatus.RUMORED, date, FORECAST), filter))
                    .isEqualTo(fits);
        }
        assertThat(fits(snapshot(ReleaseStatus.RUMORED, "2027-03-06", null), filter))
                .as("without a forecast")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.625, true", "0.6249, false", "0.6251, true"})
    void likelyBeginsAtExactlyOneChanceInTwo(double comes, boolean fits) {
        var day = LocalDate.of(2027, 3, 6);
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, null, forecast(comes)),
                        new ReleaseFilterBuilder().range(day, day, RangeMatch.LIKELY)))
                .isEqualTo(fits);
    }

    @Test
    void rangeThatEndsBeforeItBeginsIsAProblem() {
        var filter = new ReleaseFilterBuilder().range(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 1), null);
        assertThatThrownBy(filter::build)
                .isInstanceOf(Problem.class)
                .hasMessage("from: 2027-03-02 is after to, 2027-03-01; swap them.");
    }

    @Test
    void matchWithoutARangeIsAProblem() {
        var filter = new ReleaseFilterBuilder().range(null, null, RangeMatch.LIKELY);
        assertThatThrownBy(filter::build)
                .isInstanceOf(Problem.class)
                .hasMessage("match: needs a range of days to match; give from, to or both.");
    }

    private static boolean fits(ReleaseSnapshot snapshot, ReleaseFilterBuilder filter) {
        return filter.build().fitsForecast(snapshot);
    }

    private static Forecast forecast(double comes) {
        return new DateDistribution(comes, LocalDate.of(2027, 3, 6), new int[] {800_000_000, 1_000_000_000}, true)
                .on(LocalDate.of(2027, 3, 6));
    }

    private static ReleaseSnapshot snapshot(ReleaseStatus status, @Nullable String date, @Nullable Forecast forecast) {
        var window = date == null ? null : Window.parse(date);
        var totals = new RumorTotals(0, List.of(), null, window);
        return new ReleaseSnapshot(TODAY, status, null, null, null, window, totals, null, forecast);
    }
}
