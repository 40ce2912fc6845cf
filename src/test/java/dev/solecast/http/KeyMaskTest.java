package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaskTest {

    private static final String SECRET = "0123456789abcdefghjkmnpqrstvwxyz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/KEY 404",
                "/v1/brands?key=KEY&limit=1",
                "Bearer KEY,KEY",
                "{\"key\":\"KEY\"}",
                "https://KEY@solecast.example/",
            })
    void secretIsMaskedAndTheIdStays(String text) {
        var masked = KeyMask.mask(text.replace("KEY", "solecast_4x7k2m9q_" + SECRET));
        assertThat(masked).contains("solecast_4x7k2m9q_***").doesNotContain(SECRET.substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/solecast%5F4x7k2m9q%5F" + SECRET,
                "/v1/s%6Flecast_4x7k2m9q_%30%31" + SECRET,
                "/requests?url=%2Fv1%2Fsolecast%255f4x7k2m9q%255F" + SECRET,
                "/v1/SOLECAST_4x7k2m9q_" + SECRET,
            })
    void encodedKeyIsMaskedToo(String text) {
        assertThat(KeyMask.mask(text)).contains("solecast_4x7k2m9q_***").doesNotContain(SECRET.substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Set SOLECAST_PUBLIC_URL and SOLECAST_STREAM_HEARTBEAT",
                "solecast_<id>_<secret>",
                "/v1/search?q=100%25%20wool",
                "GET /v1/brands 200 567 bytes 3 ms"
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(KeyMask.mask(text)).isEqualTo(text);
    }
}
