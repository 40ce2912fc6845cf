package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aimé Leon Dore",
                "アトモス東京",
                "نايك \u200F(Nike)",
                "Asics \u200E2027",
                "e\u0301 and \u0928\u094D\u200D",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F",
                "soft\u00ADhyphen"
            })
    void ordinaryTextIsRead(String text) {
        assertThat(StrictText.findFault(text, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, cannot be stored",
        "0xD800, cannot be stored",
        "0x9, U+0009 at position 2",
        "0x1B, U+001B at position 2",
        "0x7F, U+007F at position 2",
        "0x9B, U+009B at position 2",
        "0x202A, U+202A",
        "0x202E, U+202E",
        "0x2066, U+2066",
        "0x2069, U+2069",
        "0xFDD0, U+FDD0",
        "0xFFFE, U+FFFE",
        "0x10FFFF, U+10FFFF",
        "0xA, a line break",
        "0xD, a line break",
        "0x85, a line break",
        "0x2028, a line break"
    })
    void aCharacterThatIsNoneOfTheTextIsRefused(String point, String fault) {
        assertThat(StrictText.findFault("a" + Character.toString(Integer.decode(point)) + "b", false))
                .contains(fault);
    }

    @Test
    void severalLinesAreSeparatedByLineFeedsAlone() {
        assertThat(StrictText.findFault("one\ntwo\n\nthree", true)).isNull();
        assertThat(StrictText.findFault("one\r\ntwo", true)).contains("U+000D");
        assertThat(StrictText.findFault("one\u2028two", true)).contains("U+2028");
    }
}
