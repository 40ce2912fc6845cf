package dev.solecast.change;

import dev.solecast.http.Slug;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** Selects changes: several values of one parameter are alternatives, several parameters must all match. */
public record ChangeFilter(
        @RestQuery("type") @Separator(",") @Parameter(description = "What changed.")
        List<EntryType> type,

        @RestQuery("kind") @Separator(",") @Parameter(description = "What happened.")
        List<ChangeKind> kind,

        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands, and all that is theirs.")
        List<Slug> brand,

        @RestQuery("model") @Separator(",") @Parameter(description = "Slugs of models, and all that is of them.")
        List<Slug> model,

        @RestQuery("collaborator")
        @Separator(",")
        @Parameter(description = "Slugs of collaborators, and all that is of them.")
        List<Slug> collaborator,

        @RestQuery("collaboration")
        @Separator(",")
        @Parameter(description = "Slugs of collaborations, and all that is of them.")
        List<Slug> collaboration,

        @RestQuery("colorway") @Separator(",") @Parameter(description = "Slugs of colorways, and their releases.")
        List<Slug> colorway,

        @RestQuery("release") @Separator(",") @Parameter(description = "Slugs of releases.")
        List<Slug> release,

        @RestQuery("source") @Separator(",") @Parameter(description = "Slugs of sources, and what they said.")
        List<Slug> source) {

    /** For each type of entry in the filter, its slugs; a change must be about at least one of them. */
    public Map<EntryType, List<String>> about() {
        var about = new EnumMap<EntryType, List<String>>(EntryType.class);
        put(about, EntryType.BRAND, brand);
        put(about, EntryType.MODEL, model);
        put(about, EntryType.COLLABORATOR, collaborator);
        put(about, EntryType.COLLABORATION, collaboration);
        put(about, EntryType.COLORWAY, colorway);
        put(about, EntryType.RELEASE, release);
        put(about, EntryType.SOURCE, source);
        return about;
    }

    private static void put(Map<EntryType, List<String>> about, EntryType type, List<Slug> slugs) {
        if (!slugs.isEmpty()) {
            about.put(type, Slug.texts(slugs));
        }
    }
}
