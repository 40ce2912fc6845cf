package dev.solecast.catalog.colorway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.Slug;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that need no database. */
class ColorwayEditingTest {

    private final ColorwayEditing editing = new ColorwayEditing(null, null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -         | plain pink                       | new-balance-1000-pink
            -         | metallic grey, plain pink        | new-balance-1000-metallic-grey-pink
            -         | metallic grey, plain pink on toe | new-balance-1000-metallic-grey
            -         | -                                | new-balance-1000
            Pink Mink | plain pink                       | new-balance-1000-pink-mink
            """)
    void slugIsMadeFromTheModelAndTheNicknameOrTheMainColors(String nickname, String colors, String slug) {
        assertThat(Slug.of(editing.slugParts(ColorwayTest.request(nickname, colors))))
                .contains(new Slug(slug));
    }
}
