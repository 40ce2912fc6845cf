package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de                        | GERMAN
                    de-AT                     | GERMAN
                    DE-de                     | GERMAN
                    zh-Hant-TW, ja;q=0.4      | JAPANESE
                    en-US,en;q=0.9,fr;q=0.8   | ENGLISH
                    en;q=0.2, fr;q=0.8        | FRENCH
                    fr;q=0, es                | SPANISH
                    fr;q=0                    | ENGLISH
                    es-419, *;q=0.1           | SPANISH
                    *                         | ENGLISH
                    pt-BR                     | ENGLISH
                    ''                        | ENGLISH
                                              | ENGLISH
                    de;q=high                 | ENGLISH
                    ;;;,,                     | ENGLISH
                    de_DE                     | ENGLISH
                    """)
    void preferredLanguageOfTheAvailableOnesIsTaken(String acceptLanguage, Language language) {
        assertThat(Language.preferred(acceptLanguage)).isEqualTo(language);
    }

    @Test
    void overlongListIsAnsweredInEnglish() {
        assertThat(Language.preferred("de,".repeat(5_000))).isEqualTo(Language.ENGLISH);
    }

    /** Lists the default first. */
    @Test
    void datesHaveLabelsInTheSameLanguages() {
        assertThat(Stream.of(Language.values()).map(Language::locale)).containsExactlyElementsOf(Window.labelLocales());
    }

    @Test
    void pagesHaveWordsInTheSameLanguages() throws IOException {
        var words = Files.readString(Path.of("src/main/resources/embed/words.js"));
        assertThat(Pattern.compile("(?m)^  ([a-z]{2}): \\{")
                        .matcher(words)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyElementsOf(Language.tags());
    }
}
