package dev.solecast.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that outbound connections may and may not reach. */
class DestinationResolverTest {

    private static final OutboundPolicy STRICT = new Policy(false, false);

    private record Policy(boolean allowHttp, boolean allowInside) implements OutboundPolicy {
        @Override
        public Duration lookupTimeout() {
            return Duration.ofSeconds(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void internalAddressIsRefused(String address) throws Exception {
        assertThat(PublicAddressCheck.isPublic(InetAddress.getByName(address))).isFalse();
        var host = address.contains(":") ? "[" + address + "]" : address;
        assertThatThrownBy(() ->
                        resolver(host(host, address)).resolve("https://" + host + "/hooks", "sneaker-shop", STRICT))
                .isInstanceOf(UnreachableDestination.class)
                .hasMessageMatching("leads to an address that is not public.*|has to name an IPv4 address .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "172.32.0.1",
                "198.20.0.1",
                "2606:4700::1111",
                "2a00:1450::1",
                "9.250.255.19"
            })
    void publicAddressIsFound(String address) throws Exception {
        var found = resolver(host("partner.example", address))
                .resolve("https://partner.example/hooks?for=solecast", "sneaker-shop", STRICT);
        assertThat(found.address()).isEqualTo(InetAddress.getByName(address));
        assertThat(found.host()).isEqualTo("partner.example");
        assertThat(found.port()).isEqualTo(443);
        assertThat(found.target()).isEqualTo("/hooks?for=solecast");
        assertThat(found.tls()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://localhost./",
                "http://[::1]/"
            })
    void otherWayToWriteThisMachineIsRefused(String url) {
        assertThatThrownBy(() -> resolver(new HostResolver()).resolve(url, "sneaker-shop", new Policy(true, false)))
                .isInstanceOf(UnreachableDestination.class);
    }

    /** Each is a public address to some programs and an internal one, or none, to others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "01.1.1.1",
                "1.1.1.01",
                "1.1.1",
                "1.1",
                "16843009",
                "0x1010101",
                "0x1.1.1.1",
                "1.1.1.0X1",
                "1.1.1.1.",
                "1.1.1.256",
                "1.1.1.1.1",
                "foo.0x1",
                "[::ffff:1.1.1.1]",
                "[2606:4700::1.1.1.1]"
            })
    void numberThatIsNoPlainAddressIsRefused(String host) {
        assertThatThrownBy(() ->
                        resolver(host(host, "1.1.1.1")).resolve("https://" + host + "/hooks", "sneaker-shop", STRICT))
                .isInstanceOf(UnreachableDestination.class);
    }

    @Test
    void veryLongUrlIsRefusedUnread() {
        var url = "https://partner.example/" + "a/".repeat(200_000);
        assertThatThrownBy(() -> resolver(host("partner.example", "1.1.1.1")).resolve(url, "sneaker-shop", STRICT))
                .hasMessageContaining("2000 characters");
    }

    @Test
    void nameIsRefusedIfAnyOfItsAddressesIsInternal() {
        assertThatThrownBy(() -> resolver(host("partner.example", "1.1.1.1", "10.0.0.1"))
                        .resolve("https://partner.example/", "sneaker-shop", STRICT))
                .isInstanceOf(UnreachableDestination.class);
    }

    @Test
    void nameIsResolvedAndCheckedAgainForEachUse() throws Exception {
        var results = new ArrayDeque<>(List.of("1.1.1.1", "169.254.169.254"));
        var resolver = resolver(new HostResolver() {
            @Override
            List<InetAddress> resolve(String host) throws UnknownHostException {
                return List.of(InetAddress.getByName(results.remove()));
            }
        });
        assertThat(resolver.resolve("https://partner.example/", "sneaker-shop", STRICT)
                        .address()
                        .getHostAddress())
                .isEqualTo("1.1.1.1");
        assertThatThrownBy(() -> resolver.resolve("https://partner.example/", "sneaker-shop", STRICT))
                .isInstanceOf(UnreachableDestination.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/",
                "ftp://partner.example/",
                "//partner.example/",
                "partner.example",
                "https:///x",
                "https://partner.example:25/",
                "https://partner.example:0/",
                "https://partner.example:70000/",
                "https://user@partner.example/",
                "https://partner.example/#part",
                "https://[fe80::1%25eth0]/",
                "https://a b/",
                "file:///etc/passwd",
                ""
            })
    void urlThatNoReceiverCanHaveIsRefused(String url) {
        assertThatThrownBy(() -> resolver(host("partner.example", "1.1.1.1")).resolve(url, "sneaker-shop", STRICT))
                .isInstanceOf(UnreachableDestination.class);
    }

    private static DestinationResolver resolver(HostResolver resolver) {
        return new DestinationResolver(new HostLookups(resolver));
    }

    private static HostResolver host(String name, String... addresses) {
        return new HostResolver() {
            @Override
            List<InetAddress> resolve(String host) throws UnknownHostException {
                assertThat(host).isEqualTo(name);
                var all = new InetAddress[addresses.length];
                for (var i = 0; i < all.length; i++) {
                    all[i] = InetAddress.getByName(addresses[i]);
                }
                return Arrays.asList(all);
            }
        };
    }
}
