package dev.solecast.release.accuracy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Records;
import dev.solecast.release.TestRumors;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of claims about a shoe that came, or was cancelled, on 6 March 2026. */
class ClaimScoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    /** The error is the distance from the middle of the window to the day, within the 730 days of the score. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hypebeast report 2026-03-01 2026-03-06            | true  | true  | 0   | 0
            hypebeast report 2026-03-01 2026-03-07            | true  | false | -1  | 1
            hypebeast report 2026-03-01 2026-03               | true  | true  | 0   | 10
            hypebeast report 2026-01-10 2026-02               | true  | false | 6   | 20
            hypebeast report 2026-01-10 2026-04               | true  | false | -26 | 40
            hypebeast report 2026-02-01 2026-03/..            | true  | true  | 0   | 5
            hypebeast report 2026-02-01 ../2026-02            | true  | false | 6   | 6
            hypebeast report 2026-03-01 2026-02-24            | true  | false | 10  | 5
            hypebeast report 2026-03-01 cancels               | true  | false | -   | 725
            hypebeast report 2026-03-01 2026-03-06            | false | false | -   | 725
            hypebeast report 2026-03-01 cancels               | false | true  | -   | 0
            """)
    void claimIsComparedWithTheOutcome(String claim, boolean came, boolean hit, Long slip, double error) {
        assertThat(scores(claim, came)).singleElement().satisfies(score -> {
            assertThat(score.hit()).isEqualTo(hit);
            assertThat(score.slip()).isEqualTo(slip);
            assertThat(score.crps()).isEqualTo(error);
        });
    }

    /** Claims are named by their ids, which count from 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hypebeast report 2026-01-10 2026-02, hypebeast report 2026-02-10 2026-03       | 2
            hypebeast report 2026-02-10 2026-03, hypebeast report 2026-01-10 2026-02       | 1
            hypebeast report 2026-01-10 2026-02, hypebeast sighting 2026-01-10 2026-03     | 2
            hypebeast report 2026-01-10 2026-03, hypebeast report 2026-02-10               | 1
            hypebeast report 2026-01-10 2026-03, hypebeast report 2026-02-10 cancels       | 2
            hypebeast report 2026-01-10 2026-03, complex report 2026-02-10 2026-03         | 1 2
            hypebeast report 2026-01-10 2026-02,\
             hypebeast report 2026-02-10 2026-03 retracted:2026-02-11                      | 1
            hypebeast report 2026-01-10 2026-02 retracted:2026-02-11                       | ''
            hypebeast report 2026-01-10                                                    | ''
            hypebeast report 2026-01-10 2026-03, complex report 2026-01-11 2026-03 copies:hypebeast | 1
            hypebeast report 2026-01-10 2026-03, new-balance official 2026-01-11 2026-03 copies:hypebeast | 1 2
            """)
    void eachSourceIsScoredForItsLatestClaimOfItsOwn(String rumors, String scored) {
        assertThat(scores(rumors, true).stream()
                        .map(score -> score.claim().id())
                        .sorted())
                .containsExactlyElementsOf(Stream.of(scored.split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList());
    }

    /** The errors that the baselines make, on the day of the claim of Complex, by the rumors of all others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                        | -
            hypebeast report 2026-02-01 2026-03-10                   | 4
            hypebeast report 2026-02-10 2026-03-10                   | 4
            hypebeast report 2026-02-11 2026-03-10                   | -
            hypebeast report 2026-02-01 2026-03-10 retracted:2026-02-10 | -
            hypebeast report 2026-02-01 2026-03-10 retracted:2026-02-11 | 4
            complex report 2026-02-01 2026-03-10                     | -
            """)
    void baselinesKnowTheRumorsOfOtherSourcesUpToTheDayOfTheClaim(String others, Double error) {
        var rumors = (others == null ? "" : others + ", ") + "complex report 2026-02-10 2026-03-06";
        var errors = scores(rumors, true).stream()
                .filter(score -> score.claim().source().slug().equals("complex"))
                .findFirst()
                .orElseThrow()
                .baselineErrors();
        assertThat(errors.keySet()).isEqualTo(error == null ? Set.of() : Set.of(Baseline.values()));
        assertThat(errors.values()).allMatch(each -> each.equals(error));
    }

    private static List<ClaimScore> scores(String rumors, boolean came) {
        var said = TestRumors.parse(rumors);
        var outcome = new ReleaseOutcome(DAY, came);
        var records = ScoringCase.days(said, outcome).stream().collect(toMap(day -> day, day -> Records.NONE));
        return ClaimScore.of(new ScoringCase(null, outcome, said, List.of(), records));
    }
}
