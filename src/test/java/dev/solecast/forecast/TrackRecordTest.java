package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.from;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.forecast.Records.Key;
import dev.solecast.forecast.TrackRecord.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    private static final LocalDate RELEASED = LocalDate.of(2026, 6, 13);
    private static final Key HYPEBEAST = new Key("hypebeast", Kind.REPORT);

    @Test
    void releaseAfterItsWindowIsLateByTheDaysBeyondIt() {
        TrackRecord record = earned(says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05"));

        assertThat(record.count(Count.LATE)).isEqualTo(1);
        assertThat(record.count(Count.LATE_DAYS)).isEqualTo(13);
        assertThat(record.count(Count.INSIDE)).isZero();
    }

    @Test
    void reportAfterTheAnnouncementEarnsNothingForComing() {
        Evidence official = says(2, "new-balance", Kind.OFFICIAL, "2026-03-01", "2026-06");
        Evidence report = says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-06-13");

        Map<Key, TrackRecord> earned = TrackRecord.of(List.of(report, official), RELEASED);

        assertThat(requireNonNull(earned.get(HYPEBEAST)).count(Count.CAME)).isZero();
        assertThat(requireNonNull(earned.get(HYPEBEAST)).count(Count.INSIDE)).isEqualTo(1);
        assertThat(requireNonNull(earned.get(new Key("new-balance", Kind.OFFICIAL)))
                        .count(Count.CAME))
                .isEqualTo(1);
    }

    @Test
    void copiesEarnNothing() {
        Evidence copy = from("py-rates", says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-06-13"));

        assertThat(TrackRecord.of(List.of(copy), RELEASED)).isEmpty();
    }

    @Test
    void sourceThatIsAlwaysLateIsExpectedLate() {
        Evidence rumor = says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05-31");
        TrackRecord late = TrackRecord.EMPTY;
        for (int i = 0; i < 50; i++) {
            late = late.plus(earned(rumor));
        }
        Records records = Records.of(Map.of(HYPEBEAST, late), Map.of());
        LocalDate today = LocalDate.of(2026, 4, 2);

        Forecast unknown = requireNonNull(ForecastMethod.forecast(List.of(rumor), Records.NONE, today));
        Forecast known = requireNonNull(ForecastMethod.forecast(List.of(rumor), records, today));

        LocalDate june = LocalDate.of(2026, 6, 5);
        assertThat(known.chanceBy(june) / known.happens()).isLessThan(unknown.chanceBy(june) / unknown.happens() - 0.2);
    }

    private static TrackRecord earned(Evidence rumor) {
        return requireNonNull(TrackRecord.of(List.of(rumor), RELEASED).get(HYPEBEAST));
    }
}
