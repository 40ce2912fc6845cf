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

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})(?:\\.[^\"]*)?\"");

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
