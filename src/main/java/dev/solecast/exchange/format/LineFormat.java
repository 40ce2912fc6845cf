package dev.solecast.exchange.format;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How lines are written. */
@Schema(name = "ExportFormat", description = "How lines are written.")
public enum LineFormat implements WireName {
    NDJSON("application", "x-ndjson"),
    CSV("text", "csv");

    @SuppressWarnings("ImmutableEnumChecker") // nothing of it can be set
    private final MediaType type;

    LineFormat(String type, String subtype) {
        this.type = new MediaType(type, subtype, "UTF-8");
    }

    /** The one liked best by somebody who accepts these. */
    public static LineFormat of(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(each -> Arrays.stream(values())
                        .filter(format -> format.type.isCompatible(each))
                        .limit(1))
                .findFirst()
                .orElse(NDJSON);
    }

    public MediaType type() {
        return type;
    }

    @Override
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
