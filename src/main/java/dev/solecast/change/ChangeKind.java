package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of a change. All after {@code redacted} happen to releases only. */
@Schema(
        name = "ChangeKind",
        description = "What happened. `forecast-moved` is told when evidence moved it, not when days passed; what an"
                + " editor wrote is `updated`, also where it is a release's price or shops.")
public enum ChangeKind implements WireName {
    CREATED,
    UPDATED,
    DELETED,
    REDACTED,
    DATE_CHANGED,
    STATUS_CHANGED,
    FORECAST_MOVED,
    RUMOR_ADDED,
    RUMOR_RETRACTED;

    /** Whether only values that are derived from rumors can have changed. */
    boolean isOfEvidence() {
        return this == FORECAST_MOVED || this == RUMOR_ADDED || this == RUMOR_RETRACTED;
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
