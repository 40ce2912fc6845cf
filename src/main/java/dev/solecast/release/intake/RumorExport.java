package dev.solecast.release.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads all rumors to be written elsewhere, those that were taken back included. */
@ApplicationScoped
public class RumorExport {

    private final Rumors rumors;
    private final DocumentMapper documents;

    RumorExport(Rumors rumors, DocumentMapper documents) {
        this.rumors = rumors;
        this.documents = documents;
    }

    /**
     * One of them.
     *
     * @param copied whether another one names it as what it repeats
     * @param fields as it was told, with the slug of its {@code release}, and the reason of its {@code retraction};
     *     without those that are null or empty
     */
    public record RumorCopy(long id, boolean copied, ObjectNode fields) {}

    /**
     * The next after a number, in the order of their numbers; about releases that are not deleted.
     *
     * @param after the number of the last one read before; 0 to begin
     */
    @Transactional
    public List<RumorCopy> copies(long after, int atMost) {
        var found = rumors.after(after, atMost);
        if (found.isEmpty()) {
            return List.of();
        }
        var copied = rumors.copied(found);
        return found.stream()
                .map(rumor -> new RumorCopy(rumor.id(), copied.contains(rumor.id()), fields(rumor)))
                .toList();
    }

    private ObjectNode fields(Rumor rumor) {
        var fields = documents
                .bare(NewRumor.of(rumor))
                .put("release", rumor.release().slug());
        if (rumor.retracted()) {
            fields.put("retraction", rumor.retraction());
        }
        return fields;
    }
}
