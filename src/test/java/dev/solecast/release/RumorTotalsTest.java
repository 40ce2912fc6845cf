package dev.solecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RumorTotalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                                        | -
            hypebeast report 2026-11-02                                              | -
            hypebeast report 2026-11-02 2027-03                                      | 2027-03
            hypebeast report 2026-11-02 2027-03, complex report 2026-11-09 2027-04   | 2027-04
            hypebeast report 2026-11-09 2027-03, complex report 2026-11-02 2027-04   | 2027-03
            hypebeast report 2026-11-02 2027-03, complex report 2026-11-02 2027-04   | 2027-04
            new-balance official 2026-11-02 2027-03, complex report 2026-11-09 2027  | 2027-03
            new-balance official 2026-11-09, complex report 2026-11-02 2027-04       | 2027-04
            new-balance official 2026-11-09 cancels, complex report 2026-11-02 2027  | 2027
            sole-retriever speculation 2026-11-20 2027, complex report 2026-11-02    | 2027
            """)
    void windowIsTheNewestOfTheStrongestKindThatNamesOne(String rumors, String window) {
        assertThat(RumorTotals.of(TestRumors.parse(rumors)).window())
                .isEqualTo(window == null ? null : Window.parse(window));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                                     | 0 | ''    | -
            hypebeast report 2026-11-02 2027-03                                   | 1 | 2     | REPORT
            hypebeast report 2026-11-02, hypebeast sighting 2026-11-09            | 2 | 2     | SIGHTING
            nice-kicks report 2026-11-02, hypebeast report 2026-11-09             | 2 | 2 4   | REPORT
            complex speculation 2026-11-02, new-balance teaser 2026-11-09,\
             complex report 2026-11-10                                            | 3 | 1 3   | TEASER
            """)
    void eachSourceIsCountedOnceAndEveryRumorCounts(String rumors, int count, String sources, RumorKind strongest) {
        var totals = RumorTotals.of(TestRumors.parse(rumors));
        assertThat(totals.count()).isEqualTo(count);
        assertThat(totals.sourceIds()).isEqualTo(ids(sources));
        assertThat(totals.strongest()).isEqualTo(strongest);
    }

    private static List<Long> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(" ")).stream().map(Long::valueOf).toList();
    }
}
