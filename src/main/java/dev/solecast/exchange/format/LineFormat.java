package dev.solecast.exchange.format;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The format of an export. */
@Schema(name = "ExportFormat", description = "How lines are written.")
public enum LineFormat implements WireName {
    NDJSON("application", "x-ndjson"),
    CSV("text", "csv");

    @SuppressWarnings("ImmutableEnumChecker") // MediaType has no setters
    private final MediaType type;

    LineFormat(String type, String subtype) {
        this.type = new MediaType(type, subtype, "UTF-8");
    }

    /** The first format that these media types, in order of preference, accept; NDJSON if none does. */
    public static LineFormat of(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(mediaType -> Arrays.stream(values())
                        .filter(format -> format.type.isCompatible(mediaType))
                        .limit(1))
                .findFirst()
                .orElse(NDJSON);
    }

    public MediaType type() {
        return type;
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
