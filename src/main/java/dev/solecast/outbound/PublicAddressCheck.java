package dev.solecast.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public Internet: all others lead inside, to this machine, its network, or the services that
 * clouds offer to their own machines.
 */
final class PublicAddressCheck {

    /** A block of addresses with the same first bits. */
    private static final class Block {

        private final byte[] first;
        private final int bits;

        private Block(byte[] first, int bits) {
            this.first = first;
            this.bits = bits;
        }

        static Block of(int bits, int... first) {
            var bytes = new byte[first.length];
            for (var at = 0; at < first.length; at++) {
                bytes[at] = (byte) first[at];
            }
            return new Block(bytes, bits);
        }

        boolean has(byte[] address) {
            for (var bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ first[bit / 8]) & (0x80 >> bit % 8)) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** From IANA's registry of special addresses. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(8, 0), // this network
            Block.of(8, 10), // private
            Block.of(10, 100, 64), // shared by a provider's customers
            Block.of(8, 127), // this machine
            Block.of(16, 169, 254), // this link; clouds tell secrets there
            Block.of(12, 172, 16), // private
            Block.of(24, 192, 0, 0), // protocols
            Block.of(24, 192, 0, 2), // examples
            Block.of(24, 192, 88, 99), // relays
            Block.of(16, 192, 168), // private
            Block.of(15, 198, 18), // measurements
            Block.of(24, 198, 51, 100), // examples
            Block.of(24, 203, 0, 113), // examples
            Block.of(3, 224)); // multicast, reserved, broadcast

    /** All that is public begins with these bits; what maps, translates or tunnels IPv4 does not, but for two. */
    private static final Block PUBLIC_6 = Block.of(3, 0x20);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00), // protocols, Teredo's tunnels
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // examples
            Block.of(16, 0x20, 0x02), // tunnels to IPv4
            Block.of(20, 0x3f, 0xff, 0x00)); // examples

    private PublicAddressCheck() {}

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> NOT_PUBLIC_4.stream().noneMatch(block -> block.has(bytes));
            case Inet6Address six ->
                PUBLIC_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.has(bytes));
            default -> false;
        };
    }
}
