package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.cancels;
import static dev.solecast.forecast.EvidenceBuilder.from;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.solecast.forecast.Weight.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 30);

    @Test
    void fourPostsCanBeOneOrigin() {
        Assessment assessment = assess(
                says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05-09"),
                says(2, "nice-kicks", Kind.REPORT, "2026-04-02", "2026-05-09"),
                from("hypebeast", says(3, "forum", Kind.SPECULATION, "2026-04-12", "2026-05-09")),
                from("forum", says(4, "sole-retriever", Kind.REPORT, "2026-04-13", null)));

        assertThat(assessment.posts()).isEqualTo(4);
        assertThat(assessment.origins()).isEqualTo(1);
        assertThat(assessment.weights())
                .extracting(Weight::role)
                .containsExactly(Role.SPEAKS, Role.REPEATS, Role.REPEATS, Role.REPEATS);
        assertThat(assessment.weights().get(1).repeats()).isEqualTo(1);
        assertThat(assessment.weights().get(1).reason()).contains("hypebeast");
    }

    @Test
    void sharesSumToOneAndTheExactOfficialRumorHasMost() {
        Assessment assessment = assess(
                says(1, "forum", Kind.SPECULATION, "2026-04-01", "2026"),
                says(2, "new-balance", Kind.OFFICIAL, "2026-04-20", "2026-05-09"),
                says(3, "hypebeast", Kind.REPORT, "2026-04-02", "2026-05"));

        assertThat(assessment.weights().stream().mapToDouble(Weight::when).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(assessment.weights())
                .filteredOn(weight -> weight.rumor() == 2)
                .singleElement()
                .satisfies(weight -> assertThat(weight.when()).isGreaterThan(0.8));
    }

    @Test
    void replacedRumorsAndCancellationsAreShown() {
        Assessment assessment = assess(
                says(1, "hypebeast", Kind.REPORT, "2026-03-01", "2026-05"),
                says(2, "hypebeast", Kind.REPORT, "2026-04-01", "2026-06"),
                cancels(3, "forum", Kind.SPECULATION, "2026-04-10"));

        assertThat(assessment.weights())
                .extracting(Weight::role)
                .containsExactly(Role.SPEAKS, Role.CANCELS, Role.REPLACED);
        assertThat(assessment.weights())
                .allSatisfy(weight -> assertThat(weight.reason()).endsWith("."));
    }

    private static Assessment assess(Evidence... rumors) {
        return requireNonNull(ForecastMethod.assess(List.of(rumors), Records.NONE, TODAY));
    }
}
