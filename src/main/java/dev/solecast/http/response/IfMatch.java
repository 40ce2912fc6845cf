package dev.solecast.http.response;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} header of a write: the tag under which the caller has read the entry to be changed. Only the
 * version in the tag counts, not the bytes, so that a forecast that has drifted since does not reject the write.
 *
 * @param header one tag, or several, or {@code *}
 */
@Schema(name = "IfMatch", type = SchemaType.STRING, maxLength = 8_000, examples = "\"3.u5Yhv3pkBRCoDQvcpPkTfg\"")
public record IfMatch(String header) {

    /** {@code *}, or tags in quotes between commas (RFC 9110, section 13.1.1). */
    private static final Pattern FORM = Pattern.compile("\\s*+(?:\\*|(?:(?:W/)?\"[^\"]*+\"[\\s,]*+)++)\\s*+");

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})(?:\\.[^\"]*)?\"");

    /** Rejects a header that is no list of entity tags. */
    public IfMatch {
        if (!FORM.matcher(header).matches()) {
            throw new IllegalArgumentException(
                    "send the ETag with its quotes, such as \"3.u5Yhv3pkBRCoDQvcpPkTfg\", or * for any version");
        }
    }

    /**
     * Whether one of the tags has this version; {@code *} matches every version.
     *
     * @throws Problem 428 if there is no header, because the version that the caller has read is then unknown
     */
    public static boolean matches(@Nullable IfMatch ifMatch, int version) {
        if (ifMatch == null) {
            throw Problem.of(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag that a GET of this address told, so that nobody's change is"
                            + " overwritten unseen; If-Match: * overwrites whatever is there.");
        }
        return ifMatch.header().strip().equals("*")
                || VERSION.matcher(ifMatch.header())
                        .results()
                        .anyMatch(tag -> Integer.parseInt(tag.group(1)) == version);
    }

    /** The lowest version in the header; 0 if there is none. */
    public int oldestVersion() {
        return VERSION.matcher(header)
                .results()
                .mapToInt(tag -> Integer.parseInt(tag.group(1)))
                .min()
                .orElse(0);
    }
}
