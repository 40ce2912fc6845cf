package dev.solecast.webhook;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.EntryType;
import dev.solecast.http.Slug;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A filter of changes, with the parameters of {@code /v1/changes}; a field left out does not restrict it. */
@Schema(
        name = "WebhookFilter",
        description = "Which changes, by the parameters of /v1/changes: several values of one are alternatives, several"
                + " parameters must all fit.")
public record WebhookFilter(
        @Size(max = 10) List<@NotNull EntryType> type,
        @Size(max = 20) List<@NotNull ChangeKind> kind,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String> brand,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String> model,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String>
                collaborator,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String>
                collaboration,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String> colorway,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String> release,

        @Size(max = 100)
        List<@NotNull @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) String> source) {

    public WebhookFilter {
        type = orEmpty(type);
        kind = orEmpty(kind);
        brand = orEmpty(brand);
        model = orEmpty(model);
        collaborator = orEmpty(collaborator);
        collaboration = orEmpty(collaboration);
        colorway = orEmpty(colorway);
        release = orEmpty(release);
        source = orEmpty(source);
    }

    /** The filter that accepts every change. */
    static WebhookFilter none() {
        return new WebhookFilter(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Converts this filter to the one of the change log. */
    ChangeFilter toChangeFilter() {
        return new ChangeFilter(
                type,
                kind,
                slugs(brand),
                slugs(model),
                slugs(collaborator),
                slugs(collaboration),
                slugs(colorway),
                slugs(release),
                slugs(source));
    }

    /** Returns the slugs that the filter names, by the type of their entries. */
    Map<EntryType, List<String>> slugsByType() {
        var byType = new EnumMap<EntryType, List<String>>(EntryType.class);
        byType.put(EntryType.BRAND, brand);
        byType.put(EntryType.MODEL, model);
        byType.put(EntryType.COLLABORATOR, collaborator);
        byType.put(EntryType.COLLABORATION, collaboration);
        byType.put(EntryType.COLORWAY, colorway);
        byType.put(EntryType.RELEASE, release);
        byType.put(EntryType.SOURCE, source);
        return byType;
    }

    private static List<Slug> slugs(List<String> texts) {
        return texts.stream().map(Slug::new).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
