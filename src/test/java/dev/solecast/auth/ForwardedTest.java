package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Without trusted proxies, which is the default. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ForwardedTest.Limited.class)
class ForwardedTest {

    /** A low limit, which shows which requests count as one caller. */
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("solecast.limits.anonymous", "3");
        }
    }

    @Test
    void forwardedAddressesOfCallersAreIgnored() {
        var statuses = Stream.of(
                        given().header("X-Forwarded-For", "192.0.2.1"),
                        given().header("X-Forwarded-For", "192.0.2.2"),
                        given().header("Forwarded", "for=192.0.2.3"),
                        given().header("X-Forwarded-For", "192.0.2.4"),
                        given().header("Forwarded", "for=192.0.2.5"))
                .map(caller -> caller.get("/v1/brands/nike").statusCode());
        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
    }
}
