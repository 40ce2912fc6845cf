package dev.solecast.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.brand.TestBrands;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.catalog.model.TestModels;
import dev.solecast.date.Window;
import dev.solecast.forecast.ForecastMethod;
import dev.solecast.forecast.Records;
import dev.solecast.http.Slug;
import dev.solecast.release.sale.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseSnapshotTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** Changes are written as status, day of November 2026 and window. The rumor says March 2027. */
    private static final String RUMOR = "hypebeast report 2026-11-02 2027-03";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                            | RUMORED   | -          | 2027-03
            confirmed 3                                  | CONFIRMED | -          | 2027-03
            confirmed 3 2027-04                          | CONFIRMED | -          | 2027-04
            confirmed 3 2027-04, delayed 9 2027-06       | DELAYED   | -          | 2027-06
            confirmed 3 2027-04, delayed 9               | DELAYED   | -          | 2027-03
            confirmed 3 2027-04, rumored 9               | RUMORED   | -          | 2027-03
            confirmed 3 2026-11-12, released 12          | RELEASED  | 2026-11-12 | 2026-11-12
            released 12                                  | RELEASED  | 2026-11-12 | 2027-03
            released 12, delayed 15 2027-02              | DELAYED   | -          | 2027-02
            delayed 9 2027-06, cancelled 20              | CANCELLED | -          | 2027-06
            cancelled 20                                 | CANCELLED | -          | 2027-03
            cancelled 20, rumored 25                     | RUMORED   | -          | 2027-03
            """)
    void stateFollowsFromTheLastChangeAndTheEditorsWindow(
            String changes, ReleaseStatus status, LocalDate releasedOn, String date) {
        var snapshot = then(RUMOR, changes);
        assertThat(snapshot.status()).isEqualTo(status);
        assertThat(snapshot.releasedOn()).isEqualTo(releasedOn);
        assertThat(snapshot.date()).isEqualTo(Window.parse(date));
        assertThat(snapshot.statusReason()).isEqualTo(changes == null ? null : reason(changes));
        assertThat(snapshot.forecast() == null).as("no forecast").isEqualTo(!status.awaited());
        assertThat(snapshot.assessment() == null).as("no assessment").isEqualTo(!status.awaited());
    }

    /** The entity arrives at the same state by its own verbs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -
            confirmed 3
            confirmed 3 2027-04
            confirmed 3 2027-04, delayed 9
            confirmed 3 2027-04, rumored 9
            confirmed 3 2026-11-12, released 12
            released 12
            released 12, delayed 15 2027-02
            delayed 9 2027-06, cancelled 20
            cancelled 20, rumored 25
            """)
    void stateAsOfTodayIsTheStoredOne(String changes) {
        var asOfToday = then(RUMOR, changes);
        var stored = ReleaseSnapshot.now(release(changes), TODAY, TODAY);
        assertThat(stored.status()).isEqualTo(asOfToday.status());
        assertThat(stored.statusReason()).isEqualTo(asOfToday.statusReason());
        assertThat(stored.releasedOn()).isEqualTo(asOfToday.releasedOn());
        assertThat(stored.date()).isEqualTo(asOfToday.date());
        assertThat(stored.group()).isEqualTo(asOfToday.group());
        assertThat(stored.confidence()).isEqualTo(asOfToday.confidence());
        assertThat(stored.likeliest()).isEqualTo(asOfToday.likeliest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hypebeast report 2026-11-02 2026-11-29 | -           | OVERDUE
            hypebeast report 2026-11-02 2026-11-30 | -           | DATED
            hypebeast report 2026-11-02            | -           | UNDATED
            -                                      | -           | UNDATED
            hypebeast report 2026-11-02 2026-11-29 | released 29 | -
            """)
    void groupIsThatOfTheDay(String rumors, String changes, UpcomingGroup group) {
        assertThat(then(rumors, changes).group()).isEqualTo(group);
    }

    @Test
    void confidenceIsTheChanceOfTheWindowThatIsShown() {
        var rumored = then(RUMOR, null);
        var forecast = requireNonNull(rumored.forecast());
        assertThat(rumored.confidence())
                .isEqualTo(forecast.confidence(Window.parse("2027-03")))
                .isBetween(0.3, 1.0);

        var confirmed = then(RUMOR, "confirmed 3 2027-09");
        assertThat(confirmed.confidence())
                .isEqualTo(forecast.confidence(Window.parse("2027-09")))
                .isLessThan(0.3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                      | -
            hypebeast report 2026-11-02            | -
            -                                      | confirmed 3 2027-04
            hypebeast report 2026-11-02 2027-03    | released 29
            hypebeast report 2026-11-02 2027-03    | cancelled 29
            """)
    void confidenceNeedsADateAndAForecast(String rumors, String changes) {
        assertThat(then(rumors, changes).confidence()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            new-balance official 2026-11-02 2027-03-06 | -            | 2027-03-06
            new-balance official 2026-11-02 2027-03-06 | delayed 9    | 2027-03-06
            new-balance official 2026-11-02 2027-03-06 | cancelled 29 | 9999-12-31
            -                                          | -            | 9999-12-31
            """)
    void likeliestDayIsNeverWithoutAForecast(String rumors, String changes, LocalDate likeliest) {
        assertThat(then(rumors, changes).likeliest()).isEqualTo(likeliest);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03-06,            2027-03-06, 1
            2027-03-06/2027-03-09, 2027-03-09, 4
            2027-03,               2027-03-31, 31
            2027,                  2027-12-31, 365
            ../2027-03,            2027-03-31, 2147483646
            2027-03/..,            9999-12-31, 2147483646
            -,                     9999-12-31, 2147483647
            """)
    void datesAreOrderedByLastDayThenByLength(String date, LocalDate day, long span) {
        var snapshot = then(date == null ? null : "new-balance official 2026-11-02 " + date, null);
        assertThat(snapshot.sortDay()).isEqualTo(day);
        assertThat(snapshot.sortSpan()).isEqualTo(span);
    }

    private static ReleaseSnapshot then(@Nullable String rumors, @Nullable String changes) {
        return ReleaseSnapshot.asOf(
                new AsOf(TODAY, null), TestRumors.parse(rumors), changes(changes), Stage.EXPECTED, Records.NONE);
    }

    private static List<StatusChange> changes(@Nullable String changes) {
        return words(changes)
                .map(words -> new StatusChange(
                        null, day(words), status(words), window(words), reason(words[0]), now(words), "Ada"))
                .toList();
    }

    /** A release that went through these changes, with its rumor assessed after each. */
    private static Release release(@Nullable String changes) {
        var model = TestModels.model(1, TestBrands.brand(1, "New Balance"), "1000");
        var request = new NewRelease(
                null,
                model.slug(),
                null,
                null,
                new Region("WW"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        var subject = new ReleaseSubject(model, null, null);
        var release =
                new Release(new Slug("new-balance-1000-ww"), request, subject, Instant.parse("2026-11-02T09:00:00Z"));
        assess(release);
        words(changes).forEach(words -> {
            switch (status(words)) {
                case RUMORED -> release.reopen(reason(words[0]), now(words));
                case CONFIRMED -> release.confirm(window(words), reason(words[0]), now(words));
                case DELAYED -> release.delay(window(words), reason(words[0]), now(words));
                case RELEASED -> release.release(day(words), reason(words[0]), now(words));
                case CANCELLED -> release.cancel(reason(words[0]), now(words));
            }
            assess(release);
        });
        return release;
    }

    private static void assess(Release release) {
        var rumors = TestRumors.parse(RUMOR);
        var evidence = rumors.stream().map(Rumor::evidence).toList();
        var assessment = release.status().awaited() ? ForecastMethod.assess(evidence, Records.NONE, TODAY) : null;
        release.updateAggregates(RumorTotals.of(rumors), assessment, TODAY, Instant.parse("2026-11-30T09:00:00Z"));
    }

    private static Stream<String[]> words(@Nullable String changes) {
        return changes == null ? Stream.of() : Stream.of(changes.split(", ")).map(change -> change.split(" "));
    }

    private static ReleaseStatus status(String... words) {
        return ReleaseStatus.valueOf(words[0].toUpperCase(Locale.ROOT));
    }

    private static LocalDate day(String... words) {
        return LocalDate.of(2026, 11, Integer.parseInt(words[1]));
    }

    private static @Nullable Window window(String... words) {
        return words.length < 3 ? null : Window.parse(words[2]);
    }

    private static Instant now(String... words) {
        return Instant.parse(day(words) + "T09:00:00Z");
    }

    /** The reason of the last of these changes. */
    private static String reason(String changes) {
        var last = changes.substring(changes.lastIndexOf(", ") < 0 ? 0 : changes.lastIndexOf(", ") + 2);
        return "New Balance said that it is " + last.split(" ")[0];
    }
}
