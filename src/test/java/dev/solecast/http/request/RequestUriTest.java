package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUriTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/search?q=%zz", "/v1/search?q=%", "/v1/search?q=%4", "/%g0"})
    void aPercentSignWithoutTwoHexadecimalDigitsIsAFault(String target) {
        assertThat(RequestUri.findFault(target)).contains("write %25 for a percent sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%FF", "/?q=%C3", "/?q=%ED%A0%80", "/?q=%C0%AF"})
    void bytesThatAreNotUtf8AreAFault(String target) {
        assertThat(RequestUri.findFault(target)).contains("not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%00", "/?q=a%0Ab", "/?q=%7F", "/?q=%C2%85"})
    void aControlCharacterIsAFault(String target) {
        assertThat(RequestUri.findFault(target)).contains("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q={x}", "/?q=a|b", "/{slug}", "/?q=a^b", "/?q=\\", "/<b>", "/a[1]", "/?a#b#c"})
    void charactersThatAnAddressHasOnlyEncodedAreAFault(String target) {
        assertThat(RequestUri.findFault(target)).contains("percent-encode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "v1/brands", "", "mailto:a@b.example", "solecast.example:80"})
    void addressWithoutASlashIsAFault(String target) {
        assertThat(RequestUri.findFault(target)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/?a[]=1", "/?q=a#b", "http://solecast.example/v1/brands", "//a/b", "/v1/search?q=a'b!(c)*~"})
    void unusualAddressIsNoFault(String target) {
        assertThat(RequestUri.findFault(target)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/search?q=aim%C3%A9%20leon", "/?q=%F0%9F%91%9F", "/?q=100%25", "/?q=é"})
    void textIsNoFault(String target) {
        assertThat(RequestUri.findFault(target)).isNull();
    }

    @Test
    void theLongestAddressIsCheckedInOneGo() {
        assertThat(RequestUri.findFault("/?q=" + "%41".repeat(2_000))).isNull();
    }
}
