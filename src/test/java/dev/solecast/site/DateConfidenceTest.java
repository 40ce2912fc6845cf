package dev.solecast.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseViewBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateConfidenceTest {

    @ParameterizedTest
    @CsvSource({
        "0,      DOUBTFUL",
        "0.1999, DOUBTFUL",
        "0.2000, RUMORED",
        "0.4999, RUMORED",
        "0.5000, LIKELY",
        "0.7999, LIKELY",
        "0.8000, VERY_LIKELY",
        "1,      VERY_LIKELY",
    })
    void rumoredDateIsAsCertainAsItsChance(String chance, DateConfidence confidence) {
        var release = new ReleaseViewBuilder(ReleaseStatus.RUMORED)
                .date("2027-03")
                .forecast(chance)
                .build();
        assertThat(DateConfidence.of(release)).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RUMORED,   2027-03,    RUMORED
            RUMORED,   -,          UNDATED
            RUMORED,   2026-11-30, RUMORED
            RUMORED,   2026-11-29, LATE
            CONFIRMED, 2027-03,    CONFIRMED
            CONFIRMED, 2026-11-29, LATE
            CONFIRMED, -,          UNDATED
            DELAYED,   2027-03,    DELAYED
            DELAYED,   2026-11-29, LATE
            DELAYED,   -,          UNDATED
            RELEASED,  2026-11-29, RELEASED
            RELEASED,  -,          RELEASED
            CANCELLED, 2027-03,    CANCELLED
            CANCELLED, -,          CANCELLED
            """)
    void withoutAForecastStatusAndGroupDecide(ReleaseStatus status, String date, DateConfidence confidence) {
        assertThat(DateConfidence.of(new ReleaseViewBuilder(status).date(date).build()))
                .isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED, 2027-03, CONFIRMED", "DELAYED, 2027-03, DELAYED", "RUMORED, 2026-11-29, LATE"})
    void chanceDoesNotChangeAConfirmedDelayedOrOverdueDate(
            ReleaseStatus status, String date, DateConfidence confidence) {
        var release =
                new ReleaseViewBuilder(status).date(date).forecast("0.9000").build();
        assertThat(DateConfidence.of(release)).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RELEASED    | released    | released March 2027     | released    | false
            CANCELLED   | cancelled   | cancelled               | cancelled   | false
            UNDATED     | ''          | No date yet             | undated     | false
            LATE        | overdue     | March 2027, overdue     | late        | false
            CONFIRMED   | confirmed   | March 2027, confirmed   | confirmed   | false
            DELAYED     | delayed to  | delayed to March 2027   | delayed     | false
            DOUBTFUL    | doubtful    | March 2027, doubtful    | doubtful    | true
            RUMORED     | rumored     | rumored: March 2027     | rumored     | true
            LIKELY      | likely      | March 2027, likely      | likely      | true
            VERY_LIKELY | very likely | March 2027, very likely | very-likely | true
            """)
    void wordsPhraseAndStyle(DateConfidence confidence, String word, String phrase, String style, boolean hasChance) {
        assertThat(confidence.word()).isEqualTo(word);
        assertThat(confidence.phrase("March 2027")).isEqualTo(phrase);
        assertThat(confidence.style()).isEqualTo(style);
        assertThat(confidence.hasChance()).isEqualTo(hasChance);
    }
}
