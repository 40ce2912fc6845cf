package dev.solecast.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.solecast.change.EntryType;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of documents that hold slugs of other entries. */
@Singleton
public class References {

    /** The fields, of any type of entry or line, and the type of entry that they name. */
    public static final Map<String, EntryType> FIELDS = Map.ofEntries(
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

    /** The fields whose order says nothing, and is not stored. */
    private static final Set<String> UNORDERED = Set.of("partners", "earlierModels");

    private final Batch batch;

    References(Batch batch) {
        this.batch = batch;
    }

    /**
     * The value of a field as the database has it: entries of the batch by their present slugs, and lists whose order
     * says nothing in the order in which they are stored.
     *
     * @param stored the present value; null if there is none
     */
    JsonNode canonical(String field, JsonNode value, @Nullable JsonNode stored) {
        var type = FIELDS.get(field);
        if (type == null || value.equals(stored)) {
            return value;
        }
        var present = present(type, value);
        return UNORDERED.contains(field) && stored != null && isSameSet(present, stored) ? stored : present;
    }

    private JsonNode present(EntryType type, JsonNode value) {
        return switch (value) {
            case TextNode slug -> TextNode.valueOf(presentSlug(type, slug.textValue()));
            case ArrayNode list -> {
                var all = JsonNodeFactory.instance.arrayNode(list.size());
                list.forEach(item -> all.add(present(type, item)));
                yield all;
            }
            case ObjectNode related
            when related.path("model").isTextual() -> {
                var copy = related.deepCopy();
                copy.put("model", presentSlug(type, related.get("model").textValue()));
                yield copy;
            }
            default -> value;
        };
    }

    private String presentSlug(EntryType type, String slug) {
        return batch.find(type, slug).map(Entry::slug).orElse(slug);
    }

    private static boolean isSameSet(JsonNode one, JsonNode other) {
        var items = new HashSet<JsonNode>();
        one.forEach(items::add);
        var others = new HashSet<JsonNode>();
        other.forEach(others::add);
        return items.equals(others);
    }
}
