package dev.solecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import dev.solecast.http.Language;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLabelTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RUMORED   | 2027                  | rumored
                    RUMORED   |                       | rumored, no date yet
                    RUMORED   | 2026-12/..            | rumored
                    RUMORED   | 2026-12-04            | rumored, in 12 days
                    RUMORED   | 2026-12-04?           | rumored
                    RUMORED   | 2026-12-04~           | rumored
                    RUMORED   | 2026-11/2026-12       | rumored
                    CONFIRMED | 2026-11-22            | confirmed, today
                    CONFIRMED | 2026-11-23            | confirmed, tomorrow
                    CONFIRMED | 2027-01-21            | confirmed, in 60 days
                    CONFIRMED | 2027-01-22            | confirmed, in 2 months
                    DELAYED   | 2028-11-21            | delayed, in 23 months
                    DELAYED   | 2028-11-22            | delayed, in 2 years
                    RUMORED   | 2026-11               | rumored
                    RUMORED   | 2026-11-21            | overdue by a day
                    CONFIRMED | 2026-11-01/2026-11-20 | overdue by 2 days
                    RUMORED   | 2026-03               | overdue by 7 months
                    RUMORED   | 2024                  | overdue by 22 months
                    RUMORED   | 2020                  | overdue by 5 years
                    CANCELLED | 2026-03               | cancelled
                    CANCELLED |                       | cancelled
                    RELEASED  | 2026-03               | released 6 March 2026
                    """)
    void saysWhereItStandsAndNoMoreThanIsKnown(ReleaseStatus status, @Nullable String date, String label) {
        var releasedOn = status == ReleaseStatus.RELEASED ? LocalDate.parse("2026-03-06") : null;
        var window = date == null ? null : Window.parse(date);
        assertThat(new StatusLabel(status, window, releasedOn, TODAY)).hasToString(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | bestätigt, in 12 Tagen      | seit 8 Monaten überfällig | erschienen am 6. März 2026         | Gerücht, noch ohne Datum
                    fr | confirmé, dans 12 jours     | en retard de 8 mois       | sorti le 6 mars 2026               | rumeur, pas encore de date
                    es | confirmado, dentro de 12 días | con 8 meses de retraso  | a la venta desde el 6 de marzo de 2026 | rumor, aún sin fecha
                    ja | 確定、12日後                 | 予定を8か月超過             | 2026年3月6日発売                     | 噂、発売日未定
                    """)
    void saysItInEveryLanguage(String language, String confirmed, String overdue, String released, String undated) {
        var locale = Locale.of(language);
        var day = LocalDate.parse("2026-03-06");
        assertThat(new StatusLabel(ReleaseStatus.CONFIRMED, Window.parse("2026-12-04"), null, TODAY).in(locale))
                .isEqualTo(confirmed);
        assertThat(new StatusLabel(ReleaseStatus.RUMORED, Window.parse("2026-02"), null, TODAY).in(locale))
                .isEqualTo(overdue);
        assertThat(new StatusLabel(ReleaseStatus.RELEASED, null, day, TODAY).in(locale))
                .isEqualTo(released);
        assertThat(new StatusLabel(ReleaseStatus.RUMORED, null, null, TODAY).in(locale))
                .isEqualTo(undated);
    }

    /** A language that is negotiated but has no words here would be answered in English under another name. */
    @Test
    void everyLanguageThereIsHasItsOwnWords() {
        var overdue = new StatusLabel(ReleaseStatus.RUMORED, Window.parse("2026-11-21"), null, TODAY);
        var spring = Window.parse("2027-21");
        assertThat(Arrays.stream(Language.values()).map(language -> overdue.in(language.locale())))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Language.values()).map(language -> spring.label(language.locale())))
                .doesNotHaveDuplicates();
    }

    @Test
    void languageOfTheMachineDoesNotShowThrough() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(new StatusLabel(ReleaseStatus.RUMORED, null, null, TODAY).in(Locale.ENGLISH))
                    .isEqualTo("rumored, no date yet");
        } finally {
            Locale.setDefault(before);
        }
    }
}
