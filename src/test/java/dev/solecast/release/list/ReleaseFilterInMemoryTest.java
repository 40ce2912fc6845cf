package dev.solecast.release.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.date.Window;
import dev.solecast.forecast.DateDistribution;
import dev.solecast.forecast.Forecast;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.RumorTotals;
import dev.solecast.release.UpcomingGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFilterInMemoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** With a chance of five in eight it comes, four times out of five on 6 March and else on 7 March 2027. */
    private static final Forecast FORECAST = forecast(0.625);

    @Test
    void filterWithoutConditionsFitsEveryRelease() {
        assertThat(fits(snapshot(ReleaseStatus.CANCELLED, null, null, null, null), new ReleaseFilterBuilder()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RUMORED,           RUMORED,   true",
        "CONFIRMED DELAYED, DELAYED,   true",
        "CONFIRMED DELAYED, RUMORED,   false",
        "RELEASED,          CANCELLED, false",
    })
    void statusIsOneOfThoseAskedFor(String wanted, ReleaseStatus status, boolean fits) {
        assertThat(fits(
                        snapshot(status, null, null, null, null),
                        new ReleaseFilterBuilder().status(values(wanted, ReleaseStatus::valueOf))))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            TEASED,           TEASED,   true
            TEASED CONFIRMED, TEASED,   true
            TEASED CONFIRMED, EXPECTED, false
            SPECULATED,       -,        false
            """)
    void stageIsOneOfThoseAskedForAndNotMissing(String wanted, Stage stage, boolean fits) {
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, stage, null, null, null),
                        new ReleaseFilterBuilder().stage(values(wanted, Stage::valueOf))))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            DATED,           RUMORED,  2026-11-30, true
            DATED,           RUMORED,  2026-11-29, false
            OVERDUE,         RUMORED,  2026-11-29, true
            OVERDUE UNDATED, DELAYED,  -,          true
            OVERDUE UNDATED, DELAYED,  2027,       false
            OVERDUE,         RELEASED, 2026-11-29, false
            UNDATED,         RELEASED, -,          false
            """)
    void groupIsOneOfThoseAskedForAsOfTheDay(String wanted, ReleaseStatus status, String date, boolean fits) {
        assertThat(fits(
                        snapshot(status, null, date, null, null),
                        new ReleaseFilterBuilder().group(values(wanted, UpcomingGroup::valueOf))))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            OFFICIAL,        OFFICIAL, true
            OFFICIAL TEASER, TEASER,   true
            OFFICIAL TEASER, REPORT,   false
            REPORT,          -,        false
            """)
    void strongestRumorIsOneOfThoseAskedForAndNotMissing(String wanted, RumorKind strongest, boolean fits) {
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, null, null, strongest, null),
                        new ReleaseFilterBuilder().strongestRumor(values(wanted, RumorKind::valueOf))))
                .isEqualTo(fits);
    }

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
                        snapshot(ReleaseStatus.RUMORED, null, date, null, FORECAST),
                        new ReleaseFilterBuilder().minConfidence(least)))
                .isEqualTo(fits);
    }

    @Test
    void releaseWithoutAForecastHasNoConfidence() {
        assertThat(fits(
                        snapshot(ReleaseStatus.RELEASED, null, "2027-03", null, null),
                        new ReleaseFilterBuilder().minConfidence(0)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03,    2027-03-31, 2027-04-30, true
            2027-03,    2027-04-01, 2027-04-30, false
            2027-03,    2027-02-01, 2027-03-01, true
            2027-03,    2027-02-01, 2027-02-28, false
            2027-03,    2027-03-31, -,          true
            2027-03,    -,          2027-02-28, false
            2027-03/.., 2029-01-01, 2029-01-31, true
            2027-03/.., 2027-02-01, 2027-02-28, false
            ../2027-03, -,          2020-01-01, true
            -,          2027-01-01, -,          false
            """)
    void possibleRangeSharesADayWithTheDate(String date, LocalDate from, LocalDate to, boolean fits) {
        var snapshot = snapshot(ReleaseStatus.RUMORED, null, date, null, null);
        assertThat(fits(snapshot, new ReleaseFilterBuilder().range(from, to, RangeMatch.POSSIBLE)))
                .isEqualTo(fits);
        assertThat(fits(snapshot, new ReleaseFilterBuilder().range(from, to, null)))
                .as("by default")
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03,    2027-03-01, 2027-03-31, true
            2027-03,    2027-03-02, 2027-03-31, false
            2027-03,    2027-03-01, 2027-03-30, false
            2027-03,    2027-03-01, -,          true
            2027-03,    -,          2027-03-31, true
            2027-03/.., 2027-03-01, 2029-12-31, false
            2027-03/.., 2027-03-01, -,          true
            ../2027-03, -,          2027-03-31, true
            ../2027-03, 2027-01-01, 2027-03-31, false
            -,          2027-01-01, -,          false
            """)
    void certainRangeContainsTheWholeDate(String date, LocalDate from, LocalDate to, boolean fits) {
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, null, date, null, FORECAST),
                        new ReleaseFilterBuilder().range(from, to, RangeMatch.CERTAIN)))
                .isEqualTo(fits);
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
            assertThat(fits(snapshot(ReleaseStatus.RUMORED, null, date, null, FORECAST), filter))
                    .isEqualTo(fits);
        }
        assertThat(fits(snapshot(ReleaseStatus.RUMORED, null, "2027-03-06", null, null), filter))
                .as("without a forecast")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.625, true", "0.6249, false", "0.6251, true"})
    void likelyBeginsAtExactlyOneChanceInTwo(double comes, boolean fits) {
        var day = LocalDate.of(2027, 3, 6);
        assertThat(fits(
                        snapshot(ReleaseStatus.RUMORED, null, null, null, forecast(comes)),
                        new ReleaseFilterBuilder().range(day, day, RangeMatch.LIKELY)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "stage", "group", "strongestRumor", "minConfidence", "range"})
    void everyConditionMustFit(String broken) {
        var snapshot = snapshot(ReleaseStatus.RUMORED, Stage.TEASED, "2027-03", RumorKind.TEASER, FORECAST);
        assertThat(fits(snapshot, filter(""))).isTrue();
        assertThat(fits(snapshot, filter(broken))).isFalse();
    }

    private static ReleaseFilterBuilder filter(String broken) {
        var from = LocalDate.of(broken.equals("range") ? 2028 : 2027, 3, 1);
        return new ReleaseFilterBuilder()
                .status(List.of(broken.equals("status") ? ReleaseStatus.DELAYED : ReleaseStatus.RUMORED))
                .stage(List.of(broken.equals("stage") ? Stage.EXPECTED : Stage.TEASED))
                .group(List.of(broken.equals("group") ? UpcomingGroup.UNDATED : UpcomingGroup.DATED))
                .strongestRumor(List.of(broken.equals("strongestRumor") ? RumorKind.REPORT : RumorKind.TEASER))
                .minConfidence(broken.equals("minConfidence") ? 0.9 : 0.6)
                .range(from, null, RangeMatch.POSSIBLE);
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
        return ReleaseFilterInMemory.fits(snapshot, filter.build());
    }

    private static <V> List<V> values(String names, Function<String, V> valueOf) {
        return Stream.of(names.split(" ")).map(valueOf).toList();
    }

    private static Forecast forecast(double comes) {
        return new DateDistribution(comes, LocalDate.of(2027, 3, 6), new int[] {800_000_000, 1_000_000_000}, true)
                .on(LocalDate.of(2027, 3, 6));
    }

    private static ReleaseSnapshot snapshot(
            ReleaseStatus status,
            @Nullable Stage stage,
            @Nullable String date,
            @Nullable RumorKind strongest,
            @Nullable Forecast forecast) {
        var window = date == null ? null : Window.parse(date);
        var totals = new RumorTotals(strongest == null ? 0 : 1, List.of(), strongest, window);
        return new ReleaseSnapshot(TODAY, status, null, null, stage, window, totals, null, forecast);
    }
}
