package dev.solecast.http.response;

import dev.solecast.http.Language;
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
public record EntityTag(String opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    /** Of these bytes. */
    public static EntityTag of(byte[] bytes) {
        var digest = digest();
        digest.update(bytes);
        return of(digest);
    }

    /** Of the bytes that this has seen. 16 of the 32 bytes of a SHA-256: no two answers will ever share them. */
    public static EntityTag of(MessageDigest digest) {
        return new EntityTag(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 16)));
    }

    /** What makes tags of bytes that come piece by piece. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The tag of an answer about one entry, which begins with its version. */
    public static EntityTag of(byte[] bytes, Versioned answer) {
        return new EntityTag(answer.version() + "." + of(bytes).opaque());
    }

    /**
     * The tag of the same answer in this language: another one even where both are written alike, as RFC 9110 (8.8.3)
     * wants it of answers that are chosen between.
     *
     * @param contentLanguage null and {@code en} leave it as it is
     */
    public EntityTag said(@Nullable Object contentLanguage) {
        return contentLanguage == null || contentLanguage.equals(Language.ENGLISH.tag())
                ? this
                : new EntityTag(opaque + "-" + contentLanguage);
    }

    /** The tag of the same answer in another encoding, whose bytes are others. */
    public EntityTag encoded(String encoding) {
        return new EntityTag(opaque + "-" + encoding);
    }

    /** Whether an {@code If-None-Match} names this tag; compared weakly, as RFC 9110 (13.1.2) wants it there. */
    public boolean isIn(@Nullable String ifNoneMatch) {
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
