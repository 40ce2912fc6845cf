package dev.solecast.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.http.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String QUERY = Cursor.fingerprint("/v1/releases?brand=asics");
    private static final Cursor CURSOR =
            new Cursor(QUERY, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 30), List.of("2027-03-06", "", "12"));

    @Test
    void decodesToWhatWasEncoded() {
        assertThat(Cursor.decode(CURSOR.encode(), QUERY)).isEqualTo(CURSOR);
    }

    @Test
    void foreignCursorIsRefused() {
        var other = Cursor.fingerprint("/v1/releases?brand=nike");
        assertThatThrownBy(() -> Cursor.decode(CURSOR.encode(), other))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("belongs to another query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "***", "bm9uc2Vuc2U", "\u00e9"})
    void nonsenseIsRefused(String encoded) {
        assertThatThrownBy(() -> Cursor.decode(encoded, QUERY)).hasMessageContaining("is damaged");
    }

    /** Removes or changes each single character. */
    @Test
    void everyDamageIsNoticed() {
        var encoded = CURSOR.encode();
        for (int i = 0; i < encoded.length(); i++) {
            var cut = encoded.substring(0, i) + encoded.substring(i + 1);
            var changed = encoded.substring(0, i) + (encoded.charAt(i) == 'A' ? 'B' : 'A') + encoded.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode(cut, QUERY)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> Cursor.decode(changed, QUERY)).isInstanceOf(Problem.class);
        }
    }
}
