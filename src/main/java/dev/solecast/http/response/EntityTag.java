package dev.solecast.http.response;

import dev.solecast.http.Language;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ETag} of a response, derived from its bytes: equal bytes have equal tags on every server.
 *
 * @param opaque the tag without its quotes
 */
public record EntityTag(String opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    /** The tag of these bytes. */
    public static EntityTag of(byte[] bytes) {
        var digest = digest();
        digest.update(bytes);
        return of(digest);
    }

    /** The tag of the digested bytes: 16 of the 32 bytes of their SHA-256, enough to exclude collisions. */
    public static EntityTag of(MessageDigest digest) {
        return new EntityTag(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 16)));
    }

    /** The digest for the tag of bytes that are written piece by piece. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The tag of a response about one entry; it begins with the version of the entry. */
    public static EntityTag of(byte[] bytes, Versioned response) {
        return new EntityTag(response.version() + "." + of(bytes).opaque());
    }

    /**
     * The tag of the same response in this language: distinct even for equal bytes, as RFC 9110 (8.8.3) requires of
     * negotiated representations.
     *
     * @param contentLanguage the language; null and {@code en} leave the tag unchanged
     */
    public EntityTag inLanguage(@Nullable Object contentLanguage) {
        return contentLanguage == null || contentLanguage.equals(Language.ENGLISH.tag())
                ? this
                : new EntityTag(opaque + "-" + contentLanguage);
    }

    /** The tag of the same response in this content encoding. */
    public EntityTag inEncoding(String encoding) {
        return new EntityTag(opaque + "-" + encoding);
    }

    /** Whether an {@code If-None-Match} names this tag; compared weakly, as RFC 9110 (13.1.2) requires. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || TAG.matcher(ifNoneMatch)
                                .results()
                                .anyMatch(tag -> tag.group(1).equals(opaque)));
    }

    /** The tag in quotes, as in the header. */
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }
}
