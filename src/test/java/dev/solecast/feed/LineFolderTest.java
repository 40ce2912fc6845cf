package dev.solecast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFolderTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "日", "👟", "a日", "é👟x"})
    void lineIsFoldedAtSeventyFiveOctetsAndComesBackWhole(String pattern) throws IOException {
        for (int length = 60; length <= 160; length++) {
            var line = "SUMMARY:" + pattern.repeat(length).substring(0, length);
            var whole = Character.isHighSurrogate(line.charAt(line.length() - 1)) ? line + '\udc5f' : line;
            var folded = folded(whole + "\r\n");
            assertThat(folded.split("\r\n"))
                    .allSatisfy(part -> assertThat(part.getBytes(UTF_8))
                            .hasSizeBetween(1, 75)
                            .doesNotContain('?'));
            assertThat(folded.replace("\r\n ", "")).isEqualTo(whole + "\r\n");
        }
    }

    @Test
    void lineOfSeventyFiveOctetsStaysOne() throws IOException {
        var line = "X".repeat(75) + "\r\n";
        assertThat(folded(line)).isEqualTo(line);
        assertThat(folded("X".repeat(76) + "\r\n")).isEqualTo("X".repeat(75) + "\r\n X\r\n");
    }

    @Test
    void eachLineIsCountedAnew() throws IOException {
        var lines = "A".repeat(70) + "\r\n" + "B".repeat(70) + "\r\n";
        assertThat(folded(lines)).isEqualTo(lines);
    }

    private static String folded(String lines) throws IOException {
        var out = new ByteArrayOutputStream();
        new LineFolder(out).write(lines);
        return out.toString(UTF_8);
    }
}
