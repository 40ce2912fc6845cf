package dev.solecast.exchange.format;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.catalog.brand.NewBrand;
import dev.solecast.catalog.collaboration.NewCollaboration;
import dev.solecast.catalog.collaborator.NewCollaborator;
import dev.solecast.catalog.colorway.NewColorway;
import dev.solecast.catalog.model.NewModel;
import dev.solecast.http.WireName;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewRumor;
import dev.solecast.release.NewStatus;
import dev.solecast.source.NewSource;
import java.util.List;
import java.util.Locale;

/** What a line can tell of, in the order in which an export does. */
public enum LineType implements WireName {
    SOURCE(NewSource.class, OfEntry.class),
    BRAND(NewBrand.class, OfEntry.class),
    MODEL(NewModel.class, OfEntry.class),
    COLLABORATOR(NewCollaborator.class, OfEntry.class),
    COLLABORATION(NewCollaboration.class, OfEntry.class),
    COLORWAY(NewColorway.class, OfEntry.class),
    RELEASE(NewRelease.class, OfRelease.class),
    RUMOR(NewRumor.class, OfRumor.class);

    private final Class<? extends Record> document;
    private final Class<? extends Record> besides;

    LineType(Class<? extends Record> document, Class<? extends Record> besides) {
        this.document = document;
        this.besides = besides;
    }

    /** Records whose components are the fields of its lines; where both have one, the last tells its type. */
    List<Class<? extends Record>> records() {
        return List.of(document, besides);
    }

    @Override
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a line has besides the fields of the document.
     *
     * @param formerSlugs slugs that lead to it
     */
    private record OfEntry(List<String> formerSlugs) {}

    /**
     * Of a release.
     *
     * @param history the changes of its status as they were recorded, oldest first
     */
    private record OfRelease(List<NewStatus> history, List<String> formerSlugs) {}

    /**
     * Of a rumor.
     *
     * @param release its slug
     * @param id by which other lines of the same file call it
     * @param copiesRumor such an id
     * @param retraction why it was taken back
     */
    private record OfRumor(String release, String id, String copiesRumor, String retraction) {}
}
