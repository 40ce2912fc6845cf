package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.exchange.format.LineType;
import dev.solecast.http.WireName;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of line to export. */
@Schema(name = "ExportScope", description = "What to export.")
public enum ExportScope implements WireName {
    BRANDS(LineType.BRAND),
    MODELS(LineType.MODEL),
    COLLABORATORS(LineType.COLLABORATOR),
    COLLABORATIONS(LineType.COLLABORATION),
    COLORWAYS(LineType.COLORWAY),
    SOURCES(LineType.SOURCE),
    RELEASES(LineType.RELEASE),
    RUMORS(LineType.RUMOR),
    ALL(LineType.values());

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<LineType> types;

    ExportScope(LineType... types) {
        this.types = List.of(types);
    }

    /** The types of line, in the order in which they are exported. */
    List<LineType> types() {
        return types;
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
