package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.change.EntryType;
import dev.solecast.entry.References;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.http.Slug;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The slugs and style codes that the lines of a chunk contain, by type, to be looked up at once before the import. */
final class ReferencedSlugs {

    /** The most slugs of a list that are looked up; a longer one is refused. */
    private static final int MOST_OF_A_LIST = 100;

    private final Map<EntryType, Set<String>> slugs = new EnumMap<>(EntryType.class);
    private final Set<String> styleCodes = new HashSet<>();

    /** Adds the slugs that a line refers to. */
    void add(ImportLine line) {
        for (var field : line.fields().properties()) {
            var type = References.FIELDS.get(field.getKey());
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
            value.valueStream()
                    .limit(MOST_OF_A_LIST)
                    .forEach(item -> addTexts(type, item.path("model").isTextual() ? item.path("model") : item));
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
