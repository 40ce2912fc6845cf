package dev.solecast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks signatures by the test vector of the Standard Webhooks specification. */
class MessageTest {

    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Message MESSAGE =
            new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", "test", "{\"test\": 2432232314}");
    private static final long TIMESTAMP = 1_614_265_330;
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void vectorOfTheSpecificationIsReproduced() {
        assertThat(MESSAGE.signatures(List.of(SECRET), TIMESTAMP)).isEqualTo(SIGNATURE);
    }

    @Test
    void twoSecretsMakeTwoSignatures() {
        assertThat(MESSAGE.signatures(List.of(SigningSecret.random(), SECRET), TIMESTAMP))
                .matches("v1,[\\w+/]{43}= v1,[\\w+/]{43}=")
                .endsWith(" " + SIGNATURE);
    }

    @Test
    void secretHasTheFormThatLibrariesExpect() {
        assertThat(SigningSecret.text(SECRET)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(SigningSecret.random()).hasSize(32).isNotEqualTo(SigningSecret.random());
    }
}
