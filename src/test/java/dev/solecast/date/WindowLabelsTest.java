package dev.solecast.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowLabelsTest {

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    2027-03-01            | 1. März 2027 | 1er mars 2027 | 1 de marzo de 2027 | 2027年3月1日
                    2027-03-06            | 6. März 2027 | 6 mars 2027 | 6 de marzo de 2027 | 2027年3月6日
                    2027-03               | März 2027 | mars 2027 | marzo de 2027 | 2027年3月
                    2027-33               | Q1 2027 | 1er trimestre 2027 | 1.er trimestre de 2027 | 2027年第1四半期
                    2027-21               | Frühjahr 2027 | printemps 2027 | primavera de 2027 | 2027年春
                    2027-24               | Winter 2027/28 | hiver 2027/28 | invierno de 2027/28 | 2027/28年冬
                    2027-40               | 1. Halbjahr 2027 | 1er semestre 2027 | primer semestre de 2027 | 2027年上半期
                    2027                  | 2027 | 2027 | 2027 | 2027年
                    202X                  | 2020er-Jahre | années 2020 | década de 2020 | 2020年代
                    2027-03~              | etwa März 2027 | mars 2027 environ | marzo de 2027 aproximadamente | 2027年3月頃
                    2027?                 | 2027 (unsicher) | 2027 (incertain) | 2027 (incierto) | 2027年（不確か）
                    2027-03-01/2027-03-15 | 1.–15. März 2027 | 1er–15 mars 2027 | 1–15 de marzo de 2027 | 2027年3月1日～15日
                    2027-02-28/2027-03-01 | 28. Februar – 1. März 2027 | 28 février – 1er mars 2027 | 28 de febrero – 1 de marzo de 2027 | 2027年2月28日～3月1日
                    2026-12-20/2027-01-10 | 20. Dezember 2026 – 10. Januar 2027 | 20 décembre 2026 – 10 janvier 2027 | 20 de diciembre de 2026 – 10 de enero de 2027 | 2026年12月20日～2027年1月10日
                    2027-03/2027-04       | März–April 2027 | mars–avril 2027 | marzo–abril de 2027 | 2027年3月～4月
                    2026-12/2027-01       | Dezember 2026 – Januar 2027 | décembre 2026 – janvier 2027 | diciembre de 2026 – enero de 2027 | 2026年12月～2027年1月
                    2024-21/2024-22       | Frühjahr/Sommer 2024 | printemps-été 2024 | primavera-verano de 2024 | 2024年春夏
                    2024-21/2024-23       | Frühjahr–Herbst 2024 | printemps–automne 2024 | primavera–otoño de 2024 | 2024年春～秋
                    2027-33/2027-34       | Q1–Q2 2027 | 1er trimestre – 2e trimestre 2027 | 1.er trimestre – 2.º trimestre de 2027 | 2027年第1四半期～第2四半期
                    2027-03/..            | ab März 2027 | dès mars 2027 | desde marzo de 2027 | 2027年3月以降
                    2027-03-01/..         | ab 1. März 2027 | dès le 1er mars 2027 | desde el 1 de marzo de 2027 | 2027年3月1日以降
                    ../2027-03            | bis März 2027 | jusqu’en mars 2027 | hasta marzo de 2027 | 2027年3月まで
                    ../2027-22            | bis Sommer 2027 | jusqu’à l’été 2027 | hasta el verano de 2027 | 2027年夏まで
                    2027-21/..            | ab Frühjahr 2027 | dès le printemps 2027 | desde la primavera de 2027 | 2027年春以降
                    ../2027-40            | bis zum 1. Halbjahr 2027 | jusqu’au 1er semestre 2027 | hasta el primer semestre de 2027 | 2027年上半期まで
                    ../2027-40~           | bis etwa zum 1. Halbjahr 2027 | jusqu’au 1er semestre 2027 environ | hasta el primer semestre de 2027 aproximadamente | 2027年上半期頃まで
                    202X/..               | ab den 2020er-Jahren | dès les années 2020 | desde la década de 2020 | 2020年代以降
                    ../202X               | bis zu den 2020er-Jahren | jusqu’aux années 2020 | hasta la década de 2020 | 2020年代まで
                    2027-03~/..           | ab etwa März 2027 | dès mars 2027 environ | desde marzo de 2027 aproximadamente | 2027年3月頃以降
                    2027-03/              | ab März 2027, Ende unbekannt | dès mars 2027, fin inconnue | desde marzo de 2027, final desconocido | 2027年3月以降（終了時期は不明）
                    /2027-03              | bis März 2027, Beginn unbekannt | jusqu’en mars 2027, début inconnu | hasta marzo de 2027, inicio desconocido | 2027年3月まで（開始時期は不明）
                    """)
    void labelFollowsTheRulesOfItsLanguage(String edtf, String german, String french, String spanish, String japanese) {
        var window = Window.parse(edtf);

        assertThat(window.label(Locale.GERMAN)).isEqualTo(german);
        assertThat(window.label(Locale.FRENCH)).isEqualTo(french);
        assertThat(window.label(Locale.of("es"))).isEqualTo(spanish);
        assertThat(window.label(Locale.JAPANESE)).isEqualTo(japanese);
        assertThat(window.label(Locale.ENGLISH)).isEqualTo(window.label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "und", "x-klingon"})
    void languageWithoutLabelsGetsEnglish(String tag) {
        assertThat(Window.parse("2027-21").label(Locale.forLanguageTag(tag))).isEqualTo("Spring 2027");
    }

    @Test
    void countryMakesNoDifference() {
        var window = Window.parse("2027-03-06");

        assertThat(window.label(Locale.forLanguageTag("de-AT"))).isEqualTo("6. März 2027");
        assertThat(window.label(Locale.US)).isEqualTo("6 March 2027");
    }

    /** The default locale of the JVM has no influence. */
    @Test
    void defaultLocaleMakesNoDifference() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ITALY);
            assertThat(Window.parse("2027-03").label(Locale.FRENCH)).isEqualTo("mars 2027");
            assertThat(Window.parse("2027-03").label()).isEqualTo("March 2027");
        } finally {
            Locale.setDefault(before);
        }
    }
}
