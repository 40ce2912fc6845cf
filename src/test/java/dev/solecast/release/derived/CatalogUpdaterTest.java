package dev.solecast.release.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.release.NewRumor;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.Rumor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogUpdaterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RUMORED            | -                | SPECULATED
            RUMORED            | SPECULATION      | SPECULATED
            RUMORED            | REPORT           | EXPECTED
            RUMORED            | SIGHTING         | TEASED
            RUMORED            | TEASER           | TEASED
            RUMORED            | RETAILER_LISTING | TEASED
            RUMORED            | OFFICIAL         | CONFIRMED
            DELAYED            | OFFICIAL         | CONFIRMED
            RUMORED CANCELLED  | REPORT           | EXPECTED
            CANCELLED          | OFFICIAL         | CANCELLED
            CANCELLED CANCELLED| TEASER           | CANCELLED
            RELEASED           | -                | RELEASED
            RELEASED CANCELLED | SPECULATION      | RELEASED
            RUMORED RELEASED   | REPORT           | RELEASED
            """)
    void stageFollowsFromReleasesAndTheStrongestRumor(String releases, RumorKind strongest, Stage stage) {
        var statuses =
                Stream.of(releases.split(" ")).map(ReleaseStatus::valueOf).toList();
        assertThat(CatalogUpdater.stage(statuses, strongest == null ? null : rumor(strongest)))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            REPORT, TEASER, SPECULATION | TEASER
            SPECULATION                 | SPECULATION
            SIGHTING, OFFICIAL          | OFFICIAL
            """)
    void strongestRumorIsOfTheStrongestKind(String kinds, RumorKind strongest) {
        var rumors = Stream.of(kinds.split(", "))
                .map(RumorKind::valueOf)
                .map(CatalogUpdaterTest::rumor)
                .toList();
        assertThat(CatalogUpdater.strongest(rumors)).extracting(Rumor::kind).isEqualTo(strongest);
        assertThat(CatalogUpdater.strongest(List.of())).isNull();
    }

    private static Rumor rumor(RumorKind kind) {
        var said = new NewRumor(
                "sneaker-news", null, kind, null, "2026-11-02", null, null, false, null, null, "A clog by Puma");
        return new Rumor(said, null, null, null, Instant.parse("2026-11-22T06:00:00Z"), "Ada");
    }
}
