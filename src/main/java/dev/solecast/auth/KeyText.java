package dev.solecast.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its holder has it, {@code solecast_<id>_<secret>}: the only place where the secret is.
 *
 * <p>What is stored of the secret is its SHA-256. A slow hash protects passwords, which people choose and others can
 * guess; a secret of 160 random bits cannot be guessed however fast one tries, and is checked at every request.
 */
final class KeyText {

    /** What a key looks like, told to people. */
    static final String FORM = "solecast_<id>_<secret>";

    private static final String PREFIX = "solecast_";
    // Whoever makes a key by other means must come to 128 bits: 32 hexadecimal digits.
    private static final Pattern PATTERN = Pattern.compile("solecast_([0-9A-Za-z]{4,16})_([0-9A-Za-z]{32,128})");
    // 32 signs, 5 bits each; none that is taken for another.
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final String secret;

    private KeyText(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** A new one that nobody can guess. */
    static KeyText random() {
        return new KeyText(random(ID_LENGTH), random(SECRET_LENGTH));
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** Empty if the text has another form. */
    static Optional<KeyText> parse(String text) {
        var read = PATTERN.matcher(text);
        return read.matches() ? Optional.of(new KeyText(read.group(1), read.group(2))) : Optional.empty();
    }

    /** Whether the text holds what was meant as a key, whole or not. */
    static boolean isIn(String text) {
        return text.contains(PREFIX);
    }

    String id() {
        return id;
    }

    /** Of the secret, as 64 hexadecimal digits. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Whether the secret is the one of this hash; found out in a time that does not tell how much of it is right. */
    boolean opens(String secretHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), secretHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** All of it: for its holder's eyes, once. */
    String reveal() {
        return PREFIX + id + "_" + secret;
    }

    /** Without the secret, so that no log and no message ever holds it. */
    @Override
    public String toString() {
        return PREFIX + id + "_...";
    }
}
