package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.brand.BrandEditing;
import dev.solecast.catalog.collaboration.CollaborationEditing;
import dev.solecast.catalog.collaborator.CollaboratorEditing;
import dev.solecast.catalog.colorway.ColorwayEditing;
import dev.solecast.catalog.model.ModelEditing;
import dev.solecast.entry.Editing;
import dev.solecast.entry.ExportedEntry;
import dev.solecast.exchange.format.LineType;
import dev.solecast.release.edit.ReleaseEditing;
import dev.solecast.release.intake.RumorExport;
import dev.solecast.release.intake.RumorExport.RumorCopy;
import dev.solecast.source.SourceEditing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all rooms know, by the type of its lines. */
@ApplicationScoped
class ExportSources {

    private final Map<LineType, Editing<?, ?, ?>> entries = new EnumMap<>(LineType.class);
    private final RumorExport rumors;

    ExportSources(
            SourceEditing sources,
            BrandEditing brands,
            CollaboratorEditing collaborators,
            ModelEditing models,
            CollaborationEditing collaborations,
            ColorwayEditing colorways,
            ReleaseEditing releases,
            RumorExport rumors) {
        entries.put(LineType.SOURCE, sources);
        entries.put(LineType.BRAND, brands);
        entries.put(LineType.COLLABORATOR, collaborators);
        entries.put(LineType.MODEL, models);
        entries.put(LineType.COLLABORATION, collaborations);
        entries.put(LineType.COLORWAY, colorways);
        entries.put(LineType.RELEASE, releases);
        this.rumors = rumors;
    }

    /**
     * The next of a type after a number, in the order of their numbers.
     *
     * @param numbered whether every rumor tells its number, not only those that another one names
     */
    List<ExportedEntry> next(LineType type, long after, int atMost, boolean numbered) {
        if (type == LineType.RUMOR) {
            return rumors.copies(after, atMost).stream()
                    .map(rumor -> new ExportedEntry(rumor.id(), fields(rumor, numbered)))
                    .toList();
        }
        return Objects.requireNonNull(entries.get(type)).copies(after, atMost);
    }

    private static ObjectNode fields(RumorCopy rumor, boolean numbered) {
        var fields = JsonNodeFactory.instance.objectNode();
        if (numbered || rumor.copied()) {
            fields.put("id", Long.toString(rumor.id()));
        }
        fields.set("release", rumor.fields().remove("release"));
        fields.setAll(rumor.fields());
        if (fields.has("copiesRumor")) {
            fields.put("copiesRumor", fields.get("copiesRumor").asText());
        }
        return fields;
    }
}
