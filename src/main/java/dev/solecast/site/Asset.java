package dev.solecast.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file that pages load, named after its content. */
final class Asset {

    private static final int VERSION_DIGITS = 16;

    private final byte[] bytes;
    private final byte[] digest;

    private Asset(byte[] bytes, byte[] digest) {
        this.bytes = bytes;
        this.digest = digest;
    }

    static Asset of(byte[] bytes) {
        try {
            return new Asset(bytes, MessageDigest.getInstance("SHA-384").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-384", e);
        }
    }

    /** Returns a copy of the content. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The first hexadecimal digits of the SHA-384 digest. */
    String version() {
        return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    }

    /** The value of the HTML attribute {@code integrity} (Subresource Integrity). */
    String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }
}
