package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Aimé Leon Dore            | aime-leon-dore
            New Balance 1000          | new-balance-1000
            Made in U.S.A.            | made-in-usa
            Joe's "Pink Mink"         | joes-pink-mink
            Salomon XT‑6 / ADV        | salomon-xt-6-adv
            Nørgaard paa Strøget      | norgaard-paa-stroget
            Straße & Łódź             | strasse-and-lodz
            ＡＳＩＣＳ                 | asics
            """)
    void namesBecomeSlugs(String name, String slug) {
        assertThat(Slug.of(List.of(name))).contains(new Slug(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"アトモス", "…", "—", " "})
    void nameWithoutLatinLettersHasNone(String name) {
        assertThat(Slug.of(List.of(name))).isEmpty();
    }

    @Test
    void longNamesAreCutBetweenWords() {
        var slug = Slug.of(List.of("gel ".repeat(60) + "kayano")).orElseThrow().text();
        assertThat(slug)
                .hasSizeLessThanOrEqualTo(Slug.LONGEST)
                .startsWith("gel-gel-")
                .endsWith("-gel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "New-Balance", "new--balance", "-1000", "1000-", "new balance", "aimé", "a/b", "a_b"})
    void otherTextsAreRefused(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Slug(text)).hasMessageContaining("such as new-balance-1000");
    }

    @Test
    void wordLongerThanASlugIsCut() {
        assertThat(Slug.of(List.of("gel".repeat(60) + " kayano"))).contains(new Slug("gel".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "-", "a", "aa-1"})
    void textOfSixtyThousandCharactersIsMatchedOnOneFrame(String part) {
        var text = part.repeat(60_000 / part.length());
        assertThat(text.matches(Slug.PATTERN)).isEqualTo(!text.endsWith("-"));
        assertThat(Slug.isValid(text)).isFalse();
    }

    @Test
    void longestIsTaken() {
        assertThat(Slug.isValid("x".repeat(Slug.LONGEST))).isTrue();
        assertThat(Slug.isValid("x".repeat(Slug.LONGEST + 1))).isFalse();
    }
}
