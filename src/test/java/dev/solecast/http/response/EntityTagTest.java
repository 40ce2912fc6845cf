package dev.solecast.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag TAG = new EntityTag("u5Yhv3pkBRCoDQvcpPkTfg");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"u5Yhv3pkBRCoDQvcpPkTfg\"",
                "W/\"u5Yhv3pkBRCoDQvcpPkTfg\"",
                "\"other\", \"u5Yhv3pkBRCoDQvcpPkTfg\"",
                "\"a,b\",W/\"u5Yhv3pkBRCoDQvcpPkTfg\" , \"c\"",
                "*",
                " * "
            })
    void tagThatIsNamedIsKnown(String ifNoneMatch) {
        assertThat(TAG.isIn(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "\"other\"",
                "u5Yhv3pkBRCoDQvcpPkTfg",
                "\"u5Yhv3pkBRCoDQvcpPkTfg-gzip\"",
                "\"u5YHV3PKBRCODQVCPPKTFG\"",
                "\"*\"",
                "\"u5Yhv3pkBRCoDQvcpPkTfg"
            })
    void tagThatIsNotNamedIsNotKnown(String ifNoneMatch) {
        assertThat(TAG.isIn(ifNoneMatch)).isFalse();
    }

    @Test
    void otherBytesHaveAnotherTagAndTheSameBytesTheSame() {
        assertThat(of("New Balance 1000")).isEqualTo(of("New Balance 1000")).isNotEqualTo(of("New Balance 1001"));
        assertThat(of("New Balance 1000").inEncoding("gzip").toString()).matches("\"[\\w-]{22}-gzip\"");
    }

    private static EntityTag of(String text) {
        return EntityTag.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
