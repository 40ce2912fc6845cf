package dev.solecast.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file that pages load, named after its content. */
final class Asset {

    private static final int DIGITS = 16;

    private final byte[] bytes;
    private final byte[] sum;

    private Asset(byte[] bytes, byte[] sum) {
        this.bytes = bytes;
        this.sum = sum;
    }

    static Asset of(byte[] bytes) {
        try {
            return new Asset(bytes, MessageDigest.getInstance("SHA-384").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-384", e);
        }
    }

    /** A copy. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Other content, other version. */
    String version() {
        return HexFormat.of().formatHex(sum).substring(0, DIGITS);
    }

    /** As the attribute of that name has it (Subresource Integrity). */
    String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(sum);
    }
}
