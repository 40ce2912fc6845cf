package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.UriInfoImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://solecast.example", "https://solecast.example/"})
    void configuredAddressOverridesThatOfTheRequest(String configured) {
        assertThat(new PublicAddress(() -> Optional.of(URI.create(configured)), () -> null)
                        .of(uriInfo("http://10.0.0.7:8080/")))
                .isEqualTo("https://solecast.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://10.0.0.7"})
    void withoutConfigurationTheAddressIsThatOfTheConnection(String called) {
        assertThat(new PublicAddress(Optional::empty, () -> SocketAddress.inetSocketAddress(8080, "10.0.0.7"))
                        .of(uriInfo(called + "/")))
                .isEqualTo(called);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/",
                "http://10.0.0.8/",
                "http://localhost.evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://[2001:db8::1]/",
                "http://my_service:8080/"
            })
    void withoutConfigurationForeignHostsMakeLinksRelative(String called) {
        assertThat(new PublicAddress(Optional::empty, () -> SocketAddress.inetSocketAddress(8080, "10.0.0.7"))
                        .of(uriInfo(called)))
                .isEmpty();
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
