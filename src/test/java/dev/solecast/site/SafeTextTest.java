package dev.solecast.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "//evil.example",
                "/v1/releases",
                "java\nscript:alert(1)",
                " https://example.org",
                "",
            })
    void whatIsNoAddressOnTheWebIsNoLink(String address) {
        assertThat(SafeText.link(address)).isNull();
    }

    @Test
    void addressOnTheWebIsALink() {
        assertThat(SafeText.link("https://example.org/a?b=c")).isEqualTo("https://example.org/a?b=c");
        assertThat(SafeText.link("HTTP://example.org")).isEqualTo("HTTP://example.org");
        assertThat(SafeText.link(null)).isNull();
    }

    @Test
    void marksThatTurnTheDirectionAreTakenOutAndLettersStay() {
        assertThat(SafeText.text("a\u202Eb\u2066c\u2069 علي ש")).isEqualTo("abc علي ש");
    }
}
