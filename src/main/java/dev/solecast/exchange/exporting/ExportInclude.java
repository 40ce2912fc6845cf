package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an export can add to its lines on request. */
@Schema(name = "ExportInclude", description = "What an export can add to its lines.")
public enum ExportInclude implements WireName {
    /** What the log tells of changes: a release's date and status, and the number of every rumor. */
    STATE;

    @Override
    @JsonValue
    public String word() {
        return "state";
    }
}
