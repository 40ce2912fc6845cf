package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Fields that an export adds to its lines on request. */
@Schema(name = "ExportInclude", description = "What an export can add to its lines.")
public enum ExportInclude implements WireName {
    /** The values that the log has: the date and status of releases, the stage of collaborations, the id of every rumor. */
    STATE;

    @Override
    @JsonValue
    public String wireName() {
        return "state";
    }
}
