package dev.solecast.http.request;

import dev.solecast.http.problem.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks the address of a request: its percent-encoding, and that it is UTF-8 without control characters. */
public final class RequestUri {

    /** The signs that an address may contain only encoded, and the percent sign, whose encoding is to be checked. */
    private static final String UNUSUAL = "%{}|\\^`\"<>[]#";

    private static final boolean[] USUAL = new boolean[127];

    static {
        for (char c = ' ' + 1; c < USUAL.length; c++) {
            USUAL[c] = UNUSUAL.indexOf(c) < 0;
        }
    }

    private RequestUri() {}

    /** The fault of a request target that is longer than {@link ProblemCode#LONGEST_URI}. */
    public static String tooLong(String target) {
        return "The address is " + target.length() + " bytes long; " + ProblemCode.LONGEST_URI
                + " are allowed. Ask for less.";
    }

    /** The fault of a request target, as a sentence for its sender; null if there is none. */
    public static @Nullable String findFault(String target) {
        return isPlain(target) ? null : faultInEncoded(target);
    }

    private static boolean isPlain(String target) {
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c >= USUAL.length || !USUAL[c]) {
                return false;
            }
        }
        return target.startsWith("/");
    }

    private static @Nullable String faultInEncoded(String target) {
        var bytes = ByteBuffer.allocate(target.length() * 3);
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c == '%') {
                int high = at + 2 < target.length() ? Character.digit(target.charAt(at + 1), 16) : -1;
                int low = at + 2 < target.length() ? Character.digit(target.charAt(at + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return "The address has a % that two hexadecimal digits do not follow; write %25 for a percent"
                            + " sign.";
                }
                bytes.put((byte) (high << 4 | low));
                at += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return text.chars().anyMatch(Character::isISOControl)
                    ? "The address contains a control character; leave it out."
                    : faultInSyntax(target);
        } catch (CharacterCodingException e) {
            return "The address is not valid UTF-8; encode its text as UTF-8 before percent-encoding it.";
        }
    }

    /** The fault of an address that is encoded well, but not as RFC 3986 prescribes. */
    private static @Nullable String faultInSyntax(String target) {
        try {
            var uri = new URI(target);
            return uri.getRawPath() != null && (target.startsWith("/") || uri.getHost() != null)
                    ? null
                    : "The address does not begin with a slash.";
        } catch (URISyntaxException e) {
            int at = e.getIndex();
            return at < 0 || at >= target.length()
                    ? "The address is not one that RFC 3986 allows; percent-encode what is special in it."
                    : "The address contains " + target.charAt(at) + " as it is; write it percent-encoded, as %"
                            + HexFormat.of().withUpperCase().toHexDigits((byte) target.charAt(at)) + ".";
        }
    }
}
