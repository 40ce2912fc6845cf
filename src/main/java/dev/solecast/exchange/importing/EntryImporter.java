package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.model.NewModel;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Document;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingRegistry;
import dev.solecast.entry.EntryLine;
import dev.solecast.entry.LineCheck;
import dev.solecast.entry.LineOutcome;
import dev.solecast.exchange.format.LineType;
import dev.solecast.http.Slug;
import dev.solecast.http.WireName;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Imports the lines of entries, each by the {@link Editing} of its type. */
@Singleton
class EntryImporter {

    /** The order of imports: no type refers to one that comes after it. */
    static final List<EntryType> IN_ORDER = Arrays.stream(LineType.values())
            .flatMap(type -> type.entryType().stream())
            .toList();

    private final EditingRegistry editings;

    EntryImporter(EditingRegistry editings) {
        this.editings = editings;
    }

    /**
     * The type that a line names; empty if it is a rumor.
     *
     * @throws Problem that names the field {@code type} if there is no such type
     */
    static Optional<EntryType> type(@Nullable JsonNode field) {
        var name = field == null ? "" : field.asText();
        return Arrays.stream(LineType.values())
                .filter(each -> each.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY,
                        "type",
                        "must be one of: " + WireName.list(EntryType.class) + ", " + LineType.RUMOR.wireName() + "."))
                .entryType();
    }

    EntryLine<?> read(EntryType type, ObjectNode fields) {
        return editings.get(type).read(fields);
    }

    /** The slugs by which the entry of a line is looked up. */
    Stream<Slug> slugs(EntryType type, EntryLine<?> line) {
        return editing(type).slugsToLookUp(cast(line));
    }

    /**
     * Adds or changes the entry that a line describes.
     *
     * @param line returned by {@link #read} for the same type
     * @param force whether to overwrite fields that editors have set
     */
    LineOutcome write(EntryType type, EntryLine<?> line, boolean force, LineCheck check) {
        return editing(type).importLine(cast(line), force, check);
    }

    /** A new model without its relations to other models, which may come later in the file; empty for other lines. */
    Optional<EntryLine<?>> withoutRelations(EntryType type, EntryLine<?> line) {
        return line.document() instanceof NewModel model
                        && !model.related().isEmpty()
                        && !editing(type).exists(cast(line))
                ? Optional.of(new EntryLine<>(
                        line.fields().deepCopy().without(List.of("related")),
                        model.withoutRelated(),
                        line.slug(),
                        line.formerSlugs(),
                        null))
                : Optional.empty();
    }

    /** The slugs of the models to which the model of a line is related. */
    static List<String> related(EntryLine<?> line) {
        return line.document() instanceof NewModel model
                ? model.related().stream().map(NewModel.Related::model).toList()
                : List.of();
    }

    /** Whether there is such an entry, in the database or in the batch. */
    boolean exists(EntryType type, String slug) {
        return editings.get(type).exists(slug);
    }

    /**
     * Loads and locks the entries that a chunk refers to: releases first, because every writer locks a release before
     * its collaboration.
     */
    void lookAhead(ReferencedSlugs slugs) {
        for (var type : IN_ORDER.reversed()) {
            editings.get(type).prefetch(slugs.of(type));
        }
    }

    @SuppressWarnings("unchecked")
    private Editing<?, Document, ?> editing(EntryType type) {
        return (Editing<?, Document, ?>) editings.get(type);
    }

    @SuppressWarnings("unchecked")
    private static EntryLine<Document> cast(EntryLine<?> line) {
        return (EntryLine<Document>) line;
    }
}
