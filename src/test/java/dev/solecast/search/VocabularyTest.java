package dev.solecast.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            nwe,      new,      true
            kth,      kith,     true
            kiith,    kith,     true
            kitg,     kith,     true
            balnce,   balance,  true
            leno,     leon,     true
            abc,      bxc,      false
            dior,     dore,     false
            freshgods, freshgoods, true
            """)
    void oneErrorInAShortWordIsForgiven(String typed, String meant, boolean forgiven) {
        assertThat(Vocabulary.mayBeMistyped(typed, meant)).isEqualTo(forgiven);
    }

    @Test
    void wordIsReadAloneAndWithItsNeighbours() {
        assertThat(Vocabulary.termsAt(List.of("joe", "fresh", "goods"), 1))
                .containsExactly("fresh", "joefresh", "freshgoods");
        assertThat(Vocabulary.termsAt(List.of("kith"), 0)).containsExactly("kith");
    }
}
