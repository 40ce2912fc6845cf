package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.cancels;
import static dev.solecast.forecast.EvidenceBuilder.from;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final Evidence FIRST = says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05-09");

    @Test
    void latestRumorRepresentsItsSource() {
        Evidence later = says(2, "hypebeast", Kind.REPORT, "2026-04-20", "2026-06-13");

        assertThat(among(FIRST, later))
                .singleElement()
                .extracting(Origin::representative)
                .isEqualTo(later);
    }

    @Test
    void newerRumorWithoutAWindowKeepsTheOlderWindow() {
        Evidence sighting = says(2, "hypebeast", Kind.SIGHTING, "2026-04-20", null);

        assertThat(among(FIRST, sighting)).singleElement().satisfies(origin -> {
            assertThat(origin.representative()).isEqualTo(FIRST);
            assertThat(origin.newest()).isEqualTo(sighting);
            assertThat(origin.kind()).isEqualTo(Kind.SIGHTING);
        });
    }

    @Test
    void windowThatPassedBeforeANewerRumorOfItsSourceIsDropped() {
        Evidence sighting = says(2, "hypebeast", Kind.SIGHTING, "2026-05-20", null);

        assertThat(among(FIRST, sighting))
                .singleElement()
                .extracting(Origin::dated)
                .isNull();
    }

    @Test
    void sameDayReportedWithinThreeDaysCountsOnce() {
        Evidence echo = says(2, "nice-kicks", Kind.REPORT, "2026-04-04", "2026-05-09");
        Evidence late = says(3, "sole-retriever", Kind.REPORT, "2026-04-05", "2026-05-09");

        assertThat(among(FIRST, echo, late))
                .hasSize(2)
                .first()
                .satisfies(origin -> assertThat(origin.copies()).containsExactly(echo));
    }

    @Test
    void sameMonthReportedTwiceIsNoCopy() {
        Evidence one = says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05");
        Evidence two = says(2, "nice-kicks", Kind.REPORT, "2026-04-02", "2026-05");

        assertThat(among(one, two)).hasSize(2);
    }

    @Test
    void makersSellersAndEyewitnessesNeverCopy() {
        Evidence shop = says(2, "kith", Kind.RETAILER_LISTING, "2026-04-02", "2026-05-09");

        assertThat(among(FIRST, shop, from("hypebeast", says(3, "undefeated", Kind.TEASER, "2026-04-02", null))))
                .hasSize(3);
    }

    @Test
    void copiesOfASourceWithoutRumorsAreOneOrigin() {
        Evidence one = from("py-rates", says(1, "hypebeast", Kind.REPORT, "2026-04-01", "2026-05-09"));
        Evidence two = from("py-rates", says(2, "nice-kicks", Kind.SPECULATION, "2026-04-09", "2026-05-16"));

        assertThat(among(one, two)).singleElement().satisfies(origin -> {
            assertThat(origin.representative()).isEqualTo(one);
            assertThat(origin.copies()).containsExactly(two);
        });
    }

    @Test
    void chainOfCopiesBelongsToItsFirst() {
        Evidence second = from("hypebeast", says(2, "nice-kicks", Kind.REPORT, "2026-04-02", "2026-05-09"));
        Evidence third = from("nice-kicks", says(3, "forum", Kind.SPECULATION, "2026-04-20", "2026-05-16"));

        assertThat(among(FIRST, second, third))
                .singleElement()
                .satisfies(origin -> assertThat(origin.copies()).containsExactly(second, third));
    }

    @Test
    void sourcesThatCiteEachOtherAreOneOrigin() {
        Evidence one = from("nice-kicks", FIRST);
        Evidence two = from("hypebeast", says(2, "nice-kicks", Kind.REPORT, "2026-04-02", "2026-05-09"));
        Evidence third = from("nice-kicks", says(3, "a-forum", Kind.REPORT, "2026-04-02", "2026-05-09"));

        assertThat(among(one, two, third)).hasSize(1);
    }

    @Test
    void cancellationReplacesEarlierRumorsOfItsSource() {
        assertThat(among(FIRST, cancels(2, "hypebeast", Kind.REPORT, "2026-04-20")))
                .singleElement()
                .satisfies(origin -> {
                    assertThat(origin.cancels()).isTrue();
                    assertThat(origin.dated()).isNull();
                });
    }

    private static List<Origin> among(Evidence... rumors) {
        return Origins.among(List.of(rumors), LocalDate.of(2026, 12, 31));
    }
}
