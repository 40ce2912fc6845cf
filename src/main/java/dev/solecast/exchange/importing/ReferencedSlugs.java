package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.change.EntryType;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.http.Slug;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The slugs and style codes that the lines of a chunk contain, by type, to be looked up at once before the import. */
final class ReferencedSlugs {

    /** The fields of lines, of any type, that hold slugs, and the type of entry that these name. */
    private static final Map<String, EntryType> FIELDS = Map.ofEntries(
            Map.entry("brand", EntryType.BRAND),
            Map.entry("partners", EntryType.BRAND),
            Map.entry("model", EntryType.MODEL),
            Map.entry("related", EntryType.MODEL),
            Map.entry("reminiscentOf", EntryType.MODEL),
            Map.entry("earlierModels", EntryType.MODEL),
            Map.entry("collaborators", EntryType.COLLABORATOR),
            Map.entry("collaboration", EntryType.COLLABORATION),
            Map.entry("colorway", EntryType.COLORWAY),
            Map.entry("release", EntryType.RELEASE),
            Map.entry("source", EntryType.SOURCE),
            Map.entry("via", EntryType.SOURCE),
            Map.entry("copiesSource", EntryType.SOURCE));

    private final Map<EntryType, Set<String>> slugs = new EnumMap<>(EntryType.class);
    private final Set<String> styleCodes = new HashSet<>();

    /** Adds the slugs that a line refers to. */
    void add(ImportLine line) {
        for (var field : line.fields().properties()) {
            var type = FIELDS.get(field.getKey());
            if (type != null) {
                addTexts(type, field.getValue());
            } else if (field.getKey().equals("styleCode") && isCleanText(field.getValue())) {
                styleCodes.add(field.getValue().textValue());
            }
        }
    }

    void add(EntryType type, String slug) {
        of(type).add(slug);
    }

    /** Adds the slugs in a text, in a list of texts, or in a list of objects that each name a model. */
    private void addTexts(EntryType type, JsonNode value) {
        if (value.isTextual() && Slug.isValid(value.textValue())) {
            add(type, value.textValue());
        } else if (value.isArray()) {
            value.forEach(item -> addTexts(type, item.path("model").isTextual() ? item.path("model") : item));
        }
    }

    /** A text without NUL characters, which PostgreSQL refuses. */
    private static boolean isCleanText(JsonNode value) {
        return value.isTextual() && value.textValue().indexOf(0) < 0;
    }

    Set<String> of(EntryType type) {
        return slugs.computeIfAbsent(type, key -> new HashSet<>());
    }

    Set<String> styleCodes() {
        return styleCodes;
    }
}
