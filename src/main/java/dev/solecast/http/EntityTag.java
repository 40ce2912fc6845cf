package dev.solecast.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ETag} of an answer, made from its bytes: same bytes, same tag, whichever server sends them.
 *
 * @param opaque without the quotes
 */
record EntityTag(String opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    /** 16 of the 32 bytes of a SHA-256: no two answers will ever share them. */
    static EntityTag of(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The tag of the same answer in another encoding, whose bytes are others. */
    EntityTag encoded(String encoding) {
        return new EntityTag(opaque + "-" + encoding);
    }

    /** Whether an {@code If-None-Match} names this tag; compared weakly, as RFC 9110 (13.1.2) wants it there. */
    boolean isIn(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || TAG.matcher(ifNoneMatch)
                                .results()
                                .anyMatch(tag -> tag.group(1).equals(opaque)));
    }

    /** As the header has it. */
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }
}
