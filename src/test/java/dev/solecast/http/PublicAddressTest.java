package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.UriInfoImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://solecast.example", "https://solecast.example/"})
    void configuredAddressOverridesThatOfTheRequest(String configured) {
        assertThat(new PublicAddress(() -> Optional.of(URI.create(configured))).of(uriInfo("http://10.0.0.7:8080/")))
                .isEqualTo("https://solecast.example");
    }

    @Test
    void withoutConfigurationTheAddressIsThatOfTheRequest() {
        assertThat(new PublicAddress(Optional::empty).of(uriInfo("http://localhost:8080/")))
                .isEqualTo("http://localhost:8080");
    }

    private static UriInfoImpl uriInfo(String base) {
        return new UriInfoImpl(null) {
            @Override
            public URI getBaseUri() {
                return URI.create(base);
            }
        };
    }
}
