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

/** Which changes: the parameters of {@code /v1/changes} by their names; what is left out is not asked for. */
@Schema(
        name = "WebhookFilter",
        description = "Which changes, by the parameters of /v1/changes: several values of one are alternatives, several"
                + " parameters must all fit.")
public record WebhookFilter(
        @Size(max = 10) List<@NotNull EntryType> type,
        @Size(max = 20) List<@NotNull ChangeKind> kind,

        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> brand,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> model,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> collaborator,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> collaboration,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> colorway,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> release,
        @Size(max = 100) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> source) {

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

    /** The one through which everything goes. */
    static WebhookFilter none() {
        return new WebhookFilter(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** As the log understands it. */
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

    /** The slugs it names, by the type of what has them. */
    Map<EntryType, List<String>> named() {
        var named = new EnumMap<EntryType, List<String>>(EntryType.class);
        named.put(EntryType.BRAND, brand);
        named.put(EntryType.MODEL, model);
        named.put(EntryType.COLLABORATOR, collaborator);
        named.put(EntryType.COLLABORATION, collaboration);
        named.put(EntryType.COLORWAY, colorway);
        named.put(EntryType.RELEASE, release);
        named.put(EntryType.SOURCE, source);
        return named;
    }

    private static List<Slug> slugs(List<String> texts) {
        return texts.stream().map(Slug::new).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
