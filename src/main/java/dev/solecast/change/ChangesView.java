package dev.solecast.change;

import dev.solecast.http.response.MustRevalidate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the log.
 *
 * @param next where the log continues, present even if there are no more changes yet
 */
@Schema(name = "Changes")
public record ChangesView(
        @Schema(description = "In the order in which they were committed.")
        List<ChangeView> items,

        @Schema(
                description =
                        "Where to go on, from the root of this service; there is always one. Who follows it misses"
                                + " nothing and sees nothing twice.",
                examples = "/v1/changes?after=812")
        String next,

        @Schema(description = "Whether there was nothing after these when they were read.")
        boolean upToDate)
        implements MustRevalidate {}
