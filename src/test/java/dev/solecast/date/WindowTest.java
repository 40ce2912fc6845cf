package dev.solecast.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # edtf                  | precision | earliest   | latest     | label
                    2027                    | year      | 2027-01-01 | 2027-12-31 | 2027
                    1800                    | year      | 1800-01-01 | 1800-12-31 | 1800
                    2199                    | year      | 2199-01-01 | 2199-12-31 | 2199
                    2027-XX                 | year      | 2027-01-01 | 2027-12-31 | 2027
                    2027-XX-XX              | year      | 2027-01-01 | 2027-12-31 | 2027
                    2027-01                 | month     | 2027-01-01 | 2027-01-31 | January 2027
                    2027-03                 | month     | 2027-03-01 | 2027-03-31 | March 2027
                    2027-04                 | month     | 2027-04-01 | 2027-04-30 | April 2027
                    2027-12                 | month     | 2027-12-01 | 2027-12-31 | December 2027
                    2027-03-XX              | month     | 2027-03-01 | 2027-03-31 | March 2027
                    2027-03-01              | day       | 2027-03-01 | 2027-03-01 | 1 March 2027
                    2027-12-31              | day       | 2027-12-31 | 2027-12-31 | 31 December 2027
                    202X                    | decade    | 2020-01-01 | 2029-12-31 | 2020s
                    199X                    | decade    | 1990-01-01 | 1999-12-31 | 1990s
                    219X                    | decade    | 2190-01-01 | 2199-12-31 | 2190s

                    1900-02                 | month     | 1900-02-01 | 1900-02-28 | February 1900
                    2000-02                 | month     | 2000-02-01 | 2000-02-29 | February 2000
                    2024-02                 | month     | 2024-02-01 | 2024-02-29 | February 2024
                    2100-02                 | month     | 2100-02-01 | 2100-02-28 | February 2100
                    2000-02-29              | day       | 2000-02-29 | 2000-02-29 | 29 February 2000
                    2024-02-29              | day       | 2024-02-29 | 2024-02-29 | 29 February 2024

                    2027-21                 | season    | 2027-03-01 | 2027-05-31 | Spring 2027
                    2027-22                 | season    | 2027-06-01 | 2027-08-31 | Summer 2027
                    2027-23                 | season    | 2027-09-01 | 2027-11-30 | Autumn 2027
                    2024-24                 | season    | 2024-12-01 | 2025-02-28 | Winter 2024/25
                    2023-24                 | season    | 2023-12-01 | 2024-02-29 | Winter 2023/24
                    1999-24                 | season    | 1999-12-01 | 2000-02-29 | Winter 1999/00
                    2099-24                 | season    | 2099-12-01 | 2100-02-28 | Winter 2099/00
                    2199-24                 | season    | 2199-12-01 | 2200-02-28 | Winter 2199/00
                    2027-33                 | quarter   | 2027-01-01 | 2027-03-31 | Q1 2027
                    2027-34                 | quarter   | 2027-04-01 | 2027-06-30 | Q2 2027
                    2027-35                 | quarter   | 2027-07-01 | 2027-09-30 | Q3 2027
                    2027-36                 | quarter   | 2027-10-01 | 2027-12-31 | Q4 2027
                    2027-40                 | half      | 2027-01-01 | 2027-06-30 | first half of 2027
                    2027-41                 | half      | 2027-07-01 | 2027-12-31 | second half of 2027

                    2027?                   | year      | 2027-01-01 | 2027-12-31 | 2027 (uncertain)
                    2024-02~                | month     | 2024-02-01 | 2024-02-29 | about February 2024
                    2027-03-01%             | day       | 2027-03-01 | 2027-03-01 | about 1 March 2027 (uncertain)
                    2027-03-XX~             | month     | 2027-03-01 | 2027-03-31 | about March 2027
                    2027-XX?                | year      | 2027-01-01 | 2027-12-31 | 2027 (uncertain)
                    2027-24~                | season    | 2027-12-01 | 2028-02-29 | about Winter 2027/28
                    2027-33?                | quarter   | 2027-01-01 | 2027-03-31 | Q1 2027 (uncertain)
                    2027-41~                | half      | 2027-07-01 | 2027-12-31 | about the second half of 2027
                    202X%                   | decade    | 2020-01-01 | 2029-12-31 | about the 2020s (uncertain)

                    2027-03/2027-04         | interval  | 2027-03-01 | 2027-04-30 | March to April 2027
                    2027-03/2027-03         | interval  | 2027-03-01 | 2027-03-31 | March 2027
                    2027-03-XX/2027-04      | interval  | 2027-03-01 | 2027-04-30 | March to April 2027
                    2026-12/2027-01         | interval  | 2026-12-01 | 2027-01-31 | December 2026 to January 2027
                    2027-03-01/2027-03-15   | interval  | 2027-03-01 | 2027-03-15 | 1 to 15 March 2027
                    2027-03-01/2027-03-01   | interval  | 2027-03-01 | 2027-03-01 | 1 March 2027
                    2027-02-28/2027-03-03   | interval  | 2027-02-28 | 2027-03-03 | 28 February to 3 March 2027
                    2026-03-20/2027-03-25   | interval  | 2026-03-20 | 2027-03-25 | 20 March 2026 to 25 March 2027
                    2024-21/2024-22         | interval  | 2024-03-01 | 2024-08-31 | Spring/Summer 2024
                    2024-22/2024-23         | interval  | 2024-06-01 | 2024-11-30 | Summer/Autumn 2024
                    2024-23/2024-24         | interval  | 2024-09-01 | 2025-02-28 | Autumn/Winter 2024
                    2024-21/2024-23         | interval  | 2024-03-01 | 2024-11-30 | Spring to Autumn 2024
                    2024-22/2024-24         | interval  | 2024-06-01 | 2025-02-28 | Summer 2024 to Winter 2024/25
                    2024-24/2025-21         | interval  | 2024-12-01 | 2025-05-31 | Winter 2024/25 to Spring 2025
                    2027-33/2027-34         | interval  | 2027-01-01 | 2027-06-30 | Q1 to Q2 2027
                    2026-36/2027-33         | interval  | 2026-10-01 | 2027-03-31 | Q4 2026 to Q1 2027
                    2027-21/2027-36         | interval  | 2027-03-01 | 2027-12-31 | Spring 2027 to Q4 2027
                    2027-40/2027-41         | interval  | 2027-01-01 | 2027-12-31 | first half of 2027 to the second half of 2027
                    2026-41/2027            | interval  | 2026-07-01 | 2027-12-31 | second half of 2026 to 2027
                    2026/2027               | interval  | 2026-01-01 | 2027-12-31 | 2026 to 2027
                    201X/202X               | interval  | 2010-01-01 | 2029-12-31 | 2010s to the 2020s
                    2027-03/..              | interval  | 2027-03-01 | -          | from March 2027
                    ../2027-03              | interval  | -          | 2027-03-31 | until March 2027
                    2027-03/                | interval  | 2027-03-01 | -          | from March 2027, end unknown
                    /2027-03                | interval  | -          | 2027-03-31 | until March 2027, start unknown
                    ../2027-40              | interval  | -          | 2027-06-30 | until the first half of 2027
                    202X/..                 | interval  | 2020-01-01 | -          | from the 2020s
                    2027-24/..              | interval  | 2027-12-01 | -          | from Winter 2027/28
                    ../2027-24              | interval  | -          | 2028-02-29 | until Winter 2027/28
                    2027-03~/..             | interval  | 2027-03-01 | -          | from about March 2027
                    ../2027-03?             | interval  | -          | 2027-03-31 | until March 2027 (uncertain)
                    2027-03~/2027-04~       | interval  | 2027-03-01 | 2027-04-30 | about March to April 2027
                    2027-03~/2027-04        | interval  | 2027-03-01 | 2027-04-30 | about March 2027 to April 2027
                    2027-03/2027-04?        | interval  | 2027-03-01 | 2027-04-30 | March 2027 to April 2027 (uncertain)
                    2027-03-01?/2027-03-15% | interval  | 2027-03-01 | 2027-03-15 | 1 March 2027 (uncertain) to about 15 March 2027 (uncertain)
                    """)
    void everySupportedFormHasItsBoundsAndItsLabel(
            String edtf, String precision, @Nullable LocalDate earliest, @Nullable LocalDate latest, String label) {
        Window window = Window.parse(edtf);

        assertThat(window.edtf()).isEqualTo(edtf);
        assertThat(window.precision().wireName()).isEqualTo(precision);
        assertThat(window.earliest()).isEqualTo(earliest);
        assertThat(window.latest()).isEqualTo(latest);
        assertThat(window.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03,            false, false",
        "2027-03?,           true,  false",
        "2027-03~,           false, true",
        "2027-03%,           true,  true",
        "2027-03/2027-04,    false, false",
        "2027-03?/2027-04,   true,  false",
        "2027-03/2027-04~,   false, true",
        "2027-03?/2027-04~,  true,  true",
        "../2027-04%,        true,  true",
        "2027-03~/,          false, true",
    })
    void qualifierOnEitherEndQualifiesTheWindow(String edtf, boolean uncertain, boolean approximate) {
        Window window = Window.parse(edtf);

        assertThat(window.uncertain()).isEqualTo(uncertain);
        assertThat(window.approximate()).isEqualTo(approximate);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-03-01, 1",
                "2027-02, 28",
                "2024-02, 29",
                "2027, 365",
                "2024, 366",
                "2023-24, 91",
                "2024-24, 90",
                "2027-40, 181",
                "202X, 3653",
                "2027-03-01/2027-03-15, 15",
                "2027-03/.., -",
                "../2027-03, -",
                "2027-03/, -",
                "/2027-03, -",
            })
    void daysCountBothEndsAndAreEmptyWhereOneIsOpen(String edtf, @Nullable Long days) {
        var counted = Window.parse(edtf).days();

        assertThat(counted.isPresent() ? counted.getAsLong() : null).isEqualTo(days);
    }

    @Test
    void windowsAreEqualByTheirText() {
        assertThat(Window.parse("2027-03"))
                .isEqualTo(Window.parse("2027-03"))
                .hasSameHashCodeAs(Window.parse("2027-03"))
                .hasToString("2027-03")
                .isNotEqualTo(Window.parse("2027-03-XX"))
                .isNotEqualTo(Window.parse("2027-03?"))
                .isNotEqualTo("2027-03");
    }

    @Test
    void labelDoesNotFollowTheMachinesLanguage() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Window.parse("2027-03-01").label()).isEqualTo("1 March 2027");
            assertThat(Window.parse("2024-24").label()).isEqualTo("Winter 2024/25");
            assertThatThrownBy(() -> Window.parse("2027-2-30"))
                    .hasMessageContaining("(at character 7)")
                    .hasMessageEndingWith("2027-02-28.");
        } finally {
            Locale.setDefault(before);
        }
    }
}
