package dev.solecast.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # window        | from       | to         | touches | lies within
                    2027-03         | 2027-03-01 | 2027-03-31 | true    | true
                    2027-03         | 2027-03-31 | 2027-04-30 | true    | false
                    2027-03         | 2027-02-01 | 2027-03-01 | true    | false
                    2027-03         | 2027-03-10 | 2027-03-12 | true    | false
                    2027-03         | 2027-04-01 | 2027-04-30 | false   | false
                    2027-03         | 2027-02-01 | 2027-02-28 | false   | false
                    2027-03         | 2027-01-01 | 2027-12-31 | true    | true
                    2027-03         | -          | -          | true    | true
                    2027-03         | 2027-03-01 | -          | true    | true
                    2027-03         | 2027-03-02 | -          | true    | false
                    2027-03         | 2027-04-01 | -          | false   | false
                    2027-03         | -          | 2027-03-31 | true    | true
                    2027-03         | -          | 2027-03-30 | true    | false
                    2027-03         | -          | 2027-02-28 | false   | false
                    2027-03         | 2027-03-20 | 2027-03-10 | false   | false
                    2027-03-01      | 2027-03-01 | 2027-03-01 | true    | true
                    2024-24         | 2025-02-28 | 2025-03-31 | true    | false
                    2027-03/..      | 2030-01-01 | 2030-12-31 | true    | false
                    2027-03/..      | 2027-01-01 | 2027-02-28 | false   | false
                    2027-03/..      | 2027-03-01 | -          | true    | true
                    2027-03/..      | -          | -          | true    | true
                    2027-03/        | 2027-01-01 | 2027-12-31 | true    | false
                    ../2027-03      | 1999-01-01 | 1999-12-31 | true    | false
                    ../2027-03      | 2027-04-01 | -          | false   | false
                    ../2027-03      | -          | 2027-03-31 | true    | true
                    /2027-03        | 2027-01-01 | 2027-12-31 | true    | false
                    2027-03/..      | 2030-12-31 | 2030-01-01 | false   | false
                    """)
    void windowAgainstRange(
            String edtf, @Nullable LocalDate from, @Nullable LocalDate to, boolean touches, boolean liesWithin) {
        Window window = Window.parse(edtf);

        assertThat(window.overlaps(from, to)).isEqualTo(touches);
        assertThat(window.liesWithin(from, to)).isEqualTo(liesWithin);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03,    2027-02-28, false, false",
        "2027-03,    2027-03-01, true,  false",
        "2027-03,    2027-03-31, true,  false",
        "2027-03,    2027-04-01, false, true",
        "2024-24,    2025-02-28, true,  false",
        "2024-24,    2025-03-01, false, true",
        "2024-24,    2024-01-15, false, false",
        "../2027-03, 1800-01-01, true,  false",
        "../2027-03, 2027-04-01, false, true",
        "/2027-03,   2027-04-01, false, true",
        "2027-03/.., 2199-12-31, true,  false",
        "2027-03/,   2027-02-28, false, false",
    })
    void windowAgainstDay(String edtf, LocalDate day, boolean contains, boolean isOver) {
        Window window = Window.parse(edtf);

        assertThat(window.contains(day)).isEqualTo(contains);
        assertThat(window.isOver(day)).isEqualTo(isOver);
    }

    @Test
    void lastDayThenNarrowerSpanOrdersWindowsWithOpenEndsLast() {
        List<Window> ordered = Stream.of(
                        "1999",
                        "2026-12-31",
                        "2027-03-01",
                        "2027-03-31",
                        "2027-03",
                        "2027-33",
                        "../2027-03",
                        "2027-12-31",
                        "2027-12",
                        "2027-36",
                        "2027-41",
                        "2027",
                        "2026/2027",
                        "/2027",
                        "2027-24",
                        "202X",
                        "2026-01/..")
                .map(Window::parse)
                .toList();
        List<Window> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1000));

        shuffled.sort(Window.ORDER);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void windowsOverTheSameDaysCompareAsEqual() {
        assertThat(Window.ORDER.compare(Window.parse("2027-03"), Window.parse("2027-03-XX~")))
                .isZero();
        assertThat(Window.ORDER.compare(Window.parse("2027-03/.."), Window.parse("2026/")))
                .isZero();
    }
}
