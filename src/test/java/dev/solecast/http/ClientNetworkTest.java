package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "::1, 0000000000000000",
    })
    void addressesOfOneHouseholdAreOneNetwork(String address, String prefix) {
        assertThat(ClientNetwork.of(SocketAddress.inetSocketAddress(443, address)))
                .isEqualTo(new ClientNetwork(prefix));
    }

    @Test
    void socketOfThisMachineIsLocal() {
        assertThat(ClientNetwork.of(SocketAddress.domainSocketAddress("/run/solecast.sock")))
                .isEqualTo(new ClientNetwork("local"));
    }
}
