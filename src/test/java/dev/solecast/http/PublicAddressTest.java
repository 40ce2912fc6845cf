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
    void addressThatIsSetCountsWhateverWasAskedFor(String set) {
        assertThat(new PublicAddress(() -> Optional.of(URI.create(set))).of(asked("http://10.0.0.7:8080/")))
                .isEqualTo("https://solecast.example");
    }

    @Test
    void withoutItTheAddressIsTheOneAskedFor() {
        assertThat(new PublicAddress(Optional::empty).of(asked("http://localhost:8080/")))
                .isEqualTo("http://localhost:8080");
    }

    private static UriInfoImpl asked(String base) {
        return new UriInfoImpl(null) {
            @Override
            public URI getBaseUri() {
                return URI.create(base);
            }
        };
    }
}
