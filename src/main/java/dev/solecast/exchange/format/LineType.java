package dev.solecast.exchange.format;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.catalog.brand.NewBrand;
import dev.solecast.catalog.collaboration.NewCollaboration;
import dev.solecast.catalog.collaborator.NewCollaborator;
import dev.solecast.catalog.colorway.NewColorway;
import dev.solecast.catalog.model.NewModel;
import dev.solecast.change.EntryType;
import dev.solecast.http.WireName;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewRumor;
import dev.solecast.release.NewStatus;
import dev.solecast.source.NewSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of line, in the order of exports and of imports: no kind refers to one that comes after it. */
public enum LineType implements WireName {
    SOURCE(EntryType.SOURCE, NewSource.class, EntryFields.class),
    BRAND(EntryType.BRAND, NewBrand.class, EntryFields.class),
    MODEL(EntryType.MODEL, NewModel.class, EntryFields.class),
    COLLABORATOR(EntryType.COLLABORATOR, NewCollaborator.class, EntryFields.class),
    COLLABORATION(EntryType.COLLABORATION, NewCollaboration.class, EntryFields.class),
    COLORWAY(EntryType.COLORWAY, NewColorway.class, EntryFields.class),
    RELEASE(EntryType.RELEASE, NewRelease.class, ReleaseFields.class),
    RUMOR(null, NewRumor.class, RumorFields.class);

    private final @Nullable EntryType entryType;
    private final Class<? extends Record> document;
    private final Class<? extends Record> additional;

    LineType(@Nullable EntryType entryType, Class<? extends Record> document, Class<? extends Record> additional) {
        this.entryType = entryType;
        this.document = document;
        this.additional = additional;
    }

    /** The type of entry that such a line describes; empty for a rumor. */
    public Optional<EntryType> entryType() {
        return Optional.ofNullable(entryType);
    }

    /** Records whose components are the fields of a line; if both have a field, the last one determines its type. */
    List<Class<? extends Record>> records() {
        return List.of(document, additional);
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The fields of a line that its document does not have.
     *
     * @param formerSlugs slugs that redirect to the entry
     */
    private record EntryFields(List<String> formerSlugs) {}

    /**
     * The additional fields of a release.
     *
     * @param history the recorded changes of its status, oldest first
     */
    private record ReleaseFields(List<NewStatus> history, List<String> formerSlugs) {}

    /**
     * The additional fields of a rumor.
     *
     * @param release the slug of the release
     * @param id by which other lines of the same file refer to it
     * @param copiesRumor the id of the rumor that it repeats
     * @param retraction the reason of its retraction
     */
    private record RumorFields(String release, String id, String copiesRumor, String retraction) {}
}
