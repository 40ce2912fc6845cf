package dev.solecast.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** What a receiver knows a delivery by. */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    /** The specification wants 24 to 64. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SigningSecret() {}

    /** A new one that nobody can guess. */
    static byte[] random() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** As its owner is given it, and as the libraries take it. */
    static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** A name that none has yet. */
    static String name(String prefix) {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return prefix
                + Base64.getUrlEncoder().encodeToString(bytes).replace('-', '0').replace('_', '1');
    }
}
