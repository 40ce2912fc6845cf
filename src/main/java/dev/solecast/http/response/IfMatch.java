package dev.solecast.http.response;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} header of a write: the tag under which the caller has read what it is about to change. Only the
 * version in it counts, not the bytes: a forecast that has drifted since fails nobody's save.
 *
 * @param header one tag, or several, or {@code *}
 */
@Schema(name = "IfMatch", type = SchemaType.STRING, examples = "\"3.u5Yhv3pkBRCoDQvcpPkTfg\"")
public record IfMatch(String header) {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})(?:\\.[^\"]*)?\"");

    /**
     * Whether one of the tags is of this version; {@code *} is of any.
     *
     * @throws Problem 428 if there is no header, for then nobody knows what the caller has seen
     */
    public static boolean names(@Nullable IfMatch given, int version) {
        if (given == null) {
            throw Problem.of(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag that a GET of this address told, so that nobody's change is"
                            + " overwritten unseen; If-Match: * overwrites whatever is there.");
        }
        return given.header().strip().equals("*")
                || VERSION.matcher(given.header()).results().anyMatch(tag -> Integer.parseInt(tag.group(1)) == version);
    }

    /** The smallest of the versions named; 0 if none is. */
    public int oldest() {
        return VERSION.matcher(header)
                .results()
                .mapToInt(tag -> Integer.parseInt(tag.group(1)))
                .min()
                .orElse(0);
    }
}
