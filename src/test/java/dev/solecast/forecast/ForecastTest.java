package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.cancels;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2024, 3, 1);

    @Test
    void noRumorGivesNoForecast() {
        assertThat(ForecastMethod.forecast(List.of(), Records.NONE, MARCH_1)).isNull();
        assertThat(ForecastMethod.assess(List.of(), Records.NONE, MARCH_1)).isNull();
    }

    @Test
    void rumorOfTomorrowDoesNotCountToday() {
        Evidence tomorrow = says(1, "kith", Kind.OFFICIAL, "2024-03-02", "2024-04-01");

        assertThat(ForecastMethod.forecast(List.of(tomorrow), Records.NONE, MARCH_1))
                .isNull();
    }

    @Test
    void yearIsNotItsFirstDay() {
        Forecast comeback = on(MARCH_1, says(1, "highsnobiety", Kind.REPORT, "2024-02-29", "2024"));

        assertThat(comeback.likeliest()).isAfter(LocalDate.of(2024, 3, 31));
        assertThat(comeback.median()).isBetween(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 9, 30));
        assertThat(comeback.days().getFirst().date()).isEqualTo(MARCH_1);
        assertThat(comeback.summary()).isEqualTo(Window.parse("2024"));
        assertThat(comeback.confidence(Window.parse("2024"))).isGreaterThan(0.5);
        assertThat(comeback.distribution().dated()).isTrue();
    }

    @Test
    void teaserOutweighsReportAndReportOutweighsSpeculation() {
        Forecast aimeLeonDore = on(MARCH_1, says(1, "aime-leon-dore", Kind.TEASER, "2024-02-29", null));
        Forecast joeFreshgoods = on(MARCH_1, says(2, "highsnobiety", Kind.REPORT, "2024-02-29", null));
        Forecast kith = on(MARCH_1, says(3, "highsnobiety", Kind.SPECULATION, "2024-02-29", null));

        assertThat(aimeLeonDore.happens()).isGreaterThan(joeFreshgoods.happens() + 0.05);
        assertThat(joeFreshgoods.happens()).isGreaterThan(kith.happens() + 0.05);
        assertThat(List.of(aimeLeonDore, joeFreshgoods, kith)).allSatisfy(forecast -> {
            assertThat(forecast.distribution().dated()).isFalse();
            Forecast.Interval most = requireNonNull(forecast.within80());
            assertThat(most.from().plusDays(150)).isBefore(most.to());
        });
    }

    @Test
    void announcedDayIsTheLikeliest() {
        Evidence announced = says(1, "new-balance", Kind.OFFICIAL, "2024-02-20", "2024-03-15");
        Forecast forecast = on(MARCH_1, announced);

        assertThat(forecast.likeliest()).isEqualTo("2024-03-15");
        assertThat(forecast.confidence(Window.parse("2024-03-15"))).isBetween(0.5, 0.7);
        assertThat(forecast.chanceBy(LocalDate.of(2024, 3, 14))).isLessThan(0.1);
        assertThat(forecast.chanceBy(LocalDate.of(2024, 2, 29))).isZero();
        assertThat(forecast.likeliestUntil()).isEqualTo("2024-03-15");
    }

    @Test
    void silenceAfterTheExpectedDayLowersTheChance() {
        Forecast announced = on(MARCH_1, says(1, "new-balance", Kind.OFFICIAL, "2024-02-20", "2024-03-15"));

        double before = announced.happens();
        double after = announced.on(LocalDate.of(2024, 5, 1)).happens();
        double longAfter = announced.on(LocalDate.of(2024, 12, 1)).happens();

        assertThat(before).isGreaterThan(after).isCloseTo(0.96, within(0.01));
        assertThat(after).isGreaterThan(longAfter);
        assertThat(longAfter).isLessThan(0.1);
    }

    @Test
    void withoutAnyRemainingChanceThereIsNoDay() {
        Forecast announced = on(MARCH_1, says(1, "new-balance", Kind.OFFICIAL, "2024-02-20", "2024-03-15"));
        Forecast forgotten = announced.on(LocalDate.of(2034, 1, 1));

        assertThat(forgotten.happens()).isZero();
        assertThat(forgotten.likeliest()).isNull();
        assertThat(forgotten.median()).isNull();
        assertThat(forgotten.within50()).isNull();
        assertThat(forgotten.summary()).isNull();
    }

    @Test
    void cancellationCountsAgainstEarlierRumors() {
        Evidence teaser = says(1, "kith", Kind.TEASER, "2024-01-10", "2024-05");
        Evidence cancelled = cancels(2, "new-balance", Kind.OFFICIAL, "2024-02-10");
        Evidence revived = says(3, "kith", Kind.TEASER, "2024-02-20", "2024-06");

        assertThat(on(MARCH_1, teaser, cancelled).happens()).isLessThan(0.1);
        assertThat(on(MARCH_1, cancelled).happens()).isLessThan(0.1);
        assertThat(on(MARCH_1, teaser, cancelled, revived).happens()).isGreaterThan(0.8);
    }

    @Test
    void independentOriginsStrengthenEachOther() {
        Evidence one = says(1, "hypebeast", Kind.REPORT, "2024-02-20", null);
        Evidence two = says(2, "sole-retriever", Kind.REPORT, "2024-02-20", null);

        assertThat(on(MARCH_1, one, two).happens())
                .isGreaterThan(on(MARCH_1, one).happens());
    }

    @Test
    void windowFarAheadLeavesTheNextTwoYearsEmpty() {
        Forecast distant = on(MARCH_1, says(1, "new-balance", Kind.OFFICIAL, "2024-02-20", "2028"));

        assertThat(distant.happens()).isLessThan(0.05);
        assertThat(distant.on(LocalDate.of(2027, 6, 1)).happens()).isGreaterThan(0.8);
    }

    @Test
    void dayBeforeTheNewestRumorIsRefused() {
        Forecast forecast = on(MARCH_1, says(1, "kith", Kind.TEASER, "2024-02-20", "2024-05"));

        assertThatThrownBy(() -> forecast.on(LocalDate.of(2024, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-02-20");
    }

    private static Forecast on(LocalDate today, Evidence... rumors) {
        return requireNonNull(ForecastMethod.forecast(List.of(rumors), Records.NONE, today));
    }
}
