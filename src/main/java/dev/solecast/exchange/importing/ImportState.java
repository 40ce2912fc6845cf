package dev.solecast.exchange.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of an import. */
@Schema(
        name = "ImportState",
        description = "`finished`: all lines were looked at. `refused`: it was to be all or nothing, and is nothing."
                + " `truncated`: the file ended before it was whole. `broken`: the service or its database ended, or"
                + " failed. Send the file again then; what is there stays as it is.")
public enum ImportState implements WireName {
    RUNNING("running"),
    FINISHED("finished"),
    REFUSED("refused"),
    TRUNCATED("truncated"),
    BROKEN("broken");

    @EnumeratedValue
    private final String word;

    ImportState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String wireName() {
        return word;
    }
}
