package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.cancels;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.forecast.Baseline.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 30);
    private static final List<Evidence> RUMORS = List.of(
            says(1, "new-balance", Kind.OFFICIAL, "2026-04-01", "2026-05-09"),
            says(2, "hypebeast", Kind.REPORT, "2026-04-10", "2026-06"),
            says(3, "nice-kicks", Kind.REPORT, "2026-04-11", "2026-06-15"),
            says(4, "forum", Kind.SPECULATION, "2026-04-20", "2026-07-01"));

    @Test
    void eachBaselineHasItsClaim() {
        assertThat(Baseline.LATEST_CLAIM.claim(RUMORS, Records.NONE, TODAY)).isEqualTo(day("2026-07-01"));
        assertThat(Baseline.OFFICIAL_FIRST.claim(RUMORS, Records.NONE, TODAY)).isEqualTo(day("2026-05-09"));
        assertThat(Baseline.MAJORITY.claim(RUMORS, Records.NONE, TODAY)).isEqualTo(day("2026-06-15"));
        assertThat(Baseline.WEIGHTED_MEDIAN.claim(RUMORS, Records.NONE, TODAY)).isEqualTo(day("2026-06-15"));
    }

    @Test
    void baselineFollowsACancellationThatItSelects() {
        List<Evidence> cancelled = List.of(RUMORS.getFirst(), cancels(5, "new-balance", Kind.OFFICIAL, "2026-04-25"));

        assertThat(Baseline.values())
                .allSatisfy(baseline -> assertThat(baseline.claim(cancelled, Records.NONE, TODAY))
                        .isEqualTo(new Claim(null, false)));
    }

    @Test
    void withoutAWindowBaselinesGuess() {
        List<Evidence> sighting = List.of(says(1, "py-rates", Kind.SIGHTING, "2026-04-01", null));

        assertThat(Baseline.values())
                .allSatisfy(baseline -> assertThat(baseline.claim(sighting, Records.NONE, TODAY))
                        .isEqualTo(new Claim(LocalDate.of(2026, 8, 29), true)));
        assertThat(Baseline.MAJORITY.claim(List.of(), Records.NONE, TODAY)).isNull();
    }

    private static Claim day(String day) {
        return new Claim(LocalDate.parse(day), false);
    }
}
