package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.entry.EditingRegistry;
import dev.solecast.entry.ExportedEntry;
import dev.solecast.exchange.format.LineType;
import dev.solecast.release.intake.RumorExport;
import dev.solecast.release.intake.RumorExport.ExportedRumor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the entries and rumors to export, by the type of their lines. */
@ApplicationScoped
class ExportSources {

    private final EditingRegistry editings;
    private final RumorExport rumors;

    ExportSources(EditingRegistry editings, RumorExport rumors) {
        this.editings = editings;
        this.rumors = rumors;
    }

    /**
     * Reads the next entries or rumors of a type, in the order of their ids.
     *
     * @param after the id of the last one read before; 0 to begin
     * @param withIds whether every rumor has an id, not only those that another rumor repeats
     */
    List<ExportedEntry> listNext(LineType type, long after, int atMost, boolean withIds) {
        var entryType = type.entryType();
        return entryType.isPresent()
                ? editings.get(entryType.get()).export(after, atMost)
                : rumors.listNext(after, atMost).stream()
                        .map(rumor -> new ExportedEntry(rumor.id(), fields(rumor, withIds)))
                        .toList();
    }

    private static ObjectNode fields(ExportedRumor rumor, boolean withIds) {
        var fields = JsonNodeFactory.instance.objectNode();
        if (withIds || rumor.copied()) {
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
