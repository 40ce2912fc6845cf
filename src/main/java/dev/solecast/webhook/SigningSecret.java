package dev.solecast.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates and formats the secrets that deliveries are signed with. */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    /** Length of a secret; the specification allows 24 to 64 bytes. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SigningSecret() {}

    /** Generates a secret from a cryptographic random source. */
    static byte[] random() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** Formats a secret as its owner sees it and as Standard Webhooks libraries read it. */
    static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** Generates a unique id: the prefix and 96 random bits. */
    static String randomId(String prefix) {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return prefix
                + Base64.getUrlEncoder().encodeToString(bytes).replace('-', '0').replace('_', '1');
    }
}
