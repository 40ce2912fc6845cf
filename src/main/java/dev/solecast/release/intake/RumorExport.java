package dev.solecast.release.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads all rumors for an export, retracted ones included. */
@ApplicationScoped
public class RumorExport {

    private final Rumors rumors;
    private final DocumentMapper documents;

    RumorExport(Rumors rumors, DocumentMapper documents) {
        this.rumors = rumors;
        this.documents = documents;
    }

    /**
     * An exported rumor.
     *
     * @param copied whether another rumor names it as its original
     * @param fields those of {@link NewRumor}, the slug of its {@code release}, and the reason of its {@code
     *     retraction}; without fields that are null or empty
     */
    public record ExportedRumor(long id, boolean copied, ObjectNode fields) {}

    /**
     * Reads the next rumors about releases that are not deleted, in the order of their ids.
     *
     * @param after the id of the last one read before; 0 to begin
     */
    @Transactional
    public List<ExportedRumor> listNext(long after, int limit) {
        var found = rumors.listAfter(after, limit);
        if (found.isEmpty()) {
            return List.of();
        }
        var copied = rumors.copiedIds(found);
        return found.stream()
                .map(rumor -> new ExportedRumor(rumor.id(), copied.contains(rumor.id()), fields(rumor)))
                .toList();
    }

    private ObjectNode fields(Rumor rumor) {
        var fields = documents
                .treeWithoutNulls(NewRumor.of(rumor))
                .put("release", rumor.release().slug());
        if (rumor.retracted()) {
            fields.put("retraction", rumor.retraction());
        }
        return fields;
    }
}
