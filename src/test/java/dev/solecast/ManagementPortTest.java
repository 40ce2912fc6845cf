package dev.solecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementPortTest {

    @ParameterizedTest
    @CsvSource({"8080, 9080", "80, 1080", "64535, 65535", "64536, 63536", "65535, 64535", "0, 0"})
    void followsThePortOfTheService(String service, int management) {
        assertThat(managementPort(Map.of("quarkus.http.port", service))).isEqualTo(management);
    }

    @Test
    void isTheOneConfiguredWhereOneIs() {
        assertThat(managementPort(Map.of("quarkus.http.port", "8080", "quarkus.management.port", "9000")))
                .isEqualTo(9000);
    }

    @Test
    void isThatOf8080WhereNothingIsConfigured() {
        assertThat(managementPort(Map.of())).isEqualTo(9080);
    }

    private static int managementPort(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .withSources(new ManagementPort())
                .withSources(new PropertiesConfigSource(configured, "operator", 300))
                .build()
                .getValue("quarkus.management.port", int.class);
    }
}
