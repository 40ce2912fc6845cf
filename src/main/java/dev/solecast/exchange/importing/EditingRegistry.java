package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.brand.BrandEditing;
import dev.solecast.catalog.collaboration.CollaborationEditing;
import dev.solecast.catalog.collaborator.CollaboratorEditing;
import dev.solecast.catalog.colorway.ColorwayEditing;
import dev.solecast.catalog.model.ModelEditing;
import dev.solecast.catalog.model.NewModel;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Document;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EntryLine;
import dev.solecast.entry.LineOutcome;
import dev.solecast.http.WireName;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.edit.ReleaseEditing;
import dev.solecast.source.SourceEditing;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the entries of each type are edited. */
@Singleton
class EditingRegistry {

    /** No type refers to one that comes after it. */
    static final List<EntryType> IN_ORDER = List.of(
            EntryType.SOURCE,
            EntryType.BRAND,
            EntryType.MODEL,
            EntryType.COLLABORATOR,
            EntryType.COLLABORATION,
            EntryType.COLORWAY,
            EntryType.RELEASE);

    /** What a line about no entry is about. */
    static final String RUMOR = "rumor";

    private final Map<EntryType, Editing<?, ?, ?>> desks;

    EditingRegistry(
            SourceEditing sources,
            BrandEditing brands,
            ModelEditing models,
            CollaboratorEditing collaborators,
            CollaborationEditing collaborations,
            ColorwayEditing colorways,
            ReleaseEditing releases) {
        desks = Map.of(
                EntryType.SOURCE, sources,
                EntryType.BRAND, brands,
                EntryType.MODEL, models,
                EntryType.COLLABORATOR, collaborators,
                EntryType.COLLABORATION, collaborations,
                EntryType.COLORWAY, colorways,
                EntryType.RELEASE, releases);
    }

    /** The type that a line names; empty if it is a rumor. */
    static Optional<EntryType> type(@Nullable JsonNode named) {
        var word = named == null ? "" : named.asText();
        var type = Arrays.stream(EntryType.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (type.isEmpty() && !word.equals(RUMOR)) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "type",
                    "must be one of: " + WireName.list(EntryType.class) + ", " + RUMOR + ".");
        }
        return type;
    }

    EntryLine<?> read(EntryType type, ObjectNode fields) {
        return desk(type).read(fields);
    }

    /** What {@link #read} has read, for the same type. */
    @SuppressWarnings("unchecked")
    LineOutcome take(EntryType type, EntryLine<?> wanted, boolean force) {
        return ((Editing<?, Document, ?>) desk(type)).take((EntryLine<Document>) wanted, force);
    }

    /** A model that is new without what it is related to, which may come after it; empty for all others. */
    @SuppressWarnings("unchecked")
    Optional<EntryLine<?>> alone(EntryType type, EntryLine<?> wanted) {
        return wanted.document() instanceof NewModel model
                        && !model.related().isEmpty()
                        && !((Editing<?, Document, ?>) desk(type)).knows((EntryLine<Document>) wanted)
                ? Optional.of(new EntryLine<>(model.alone(), wanted.slug(), wanted.formerSlugs(), null))
                : Optional.empty();
    }

    /** Finds all that a chunk names. Releases first, for whoever changes one locks it before its collaboration. */
    void lookAhead(ReferencedSlugs mentions) {
        for (var type : IN_ORDER.reversed()) {
            desk(type).lookAhead(mentions.of(type));
        }
    }

    private Editing<?, ?, ?> desk(EntryType type) {
        var desk = desks.get(type);
        if (desk == null) {
            throw new IllegalStateException("Nobody edits a " + type);
        }
        return desk;
    }
}
