package dev.solecast.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells whether an address belongs to the public Internet. All others lead inside: to this machine, its network, or the
 * metadata services of cloud providers.
 */
final class PublicAddressCheck {

    /** A block of addresses that share a prefix (CIDR). */
    private static final class Block {

        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Block of(int bits, int... prefix) {
            var bytes = new byte[prefix.length];
            for (var i = 0; i < prefix.length; i++) {
                bytes[i] = (byte) prefix[i];
            }
            return new Block(bytes, bits);
        }

        boolean contains(byte[] address) {
            for (var bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ prefix[bit / 8]) & (0x80 >> bit % 8)) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** From IANA's special-purpose address registries. */
    private static final List<Block> NOT_PUBLIC_IPV4 = List.of(
            Block.of(8, 0), // this network
            Block.of(8, 10), // private
            Block.of(10, 100, 64), // shared by a provider's customers (carrier-grade NAT)
            Block.of(8, 127), // this machine
            Block.of(16, 169, 254), // link-local; cloud metadata services
            Block.of(12, 172, 16), // private
            Block.of(24, 192, 0, 0), // protocol assignments
            Block.of(24, 192, 0, 2), // documentation
            Block.of(24, 192, 88, 99), // 6to4 relays
            Block.of(16, 192, 168), // private
            Block.of(15, 198, 18), // benchmarks
            Block.of(24, 198, 51, 100), // documentation
            Block.of(24, 203, 0, 113), // documentation
            Block.of(3, 224)); // multicast, reserved, broadcast

    /** Global unicast. Addresses that map, translate or tunnel IPv4 lie outside, except Teredo and 6to4 below. */
    private static final Block PUBLIC_IPV6 = Block.of(3, 0x20);

    private static final List<Block> NOT_PUBLIC_IPV6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            Block.of(16, 0x20, 0x02), // 6to4
            Block.of(20, 0x3f, 0xff, 0x00)); // documentation

    private PublicAddressCheck() {}

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ipv4 -> NOT_PUBLIC_IPV4.stream().noneMatch(block -> block.contains(bytes));
            case Inet6Address ipv6 ->
                PUBLIC_IPV6.contains(bytes) && NOT_PUBLIC_IPV6.stream().noneMatch(block -> block.contains(bytes));
            default -> false;
        };
    }
}
