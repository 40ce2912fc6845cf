package dev.solecast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The reference client for offline use, which follows the documented recipe: take one export, store every entry as a
 * document together with the sequence number of the export; request the changes after it; apply each change; store
 * documents and sequence number together. If a request fails, the next attempt begins at the stored sequence number, so
 * that nothing is lost and nothing is applied twice.
 */
public final class SyncClient {

    /** Fetches a page; throws an {@link IOException} if the response is incomplete. */
    public interface Transport {
        Response get(String address) throws IOException, InterruptedException;
    }

    /**
     * A complete response.
     *
     * @param place the value of its header Solecast-Place; empty if it has none
     */
    public record Response(String body, String place) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transport line;
    /** Documents by type and slug, such as {@code model/new-balance-1000}. An app would use a database. */
    private final Map<String, ObjectNode> entries = new TreeMap<>();
    /** The key of its release for each rumor, by the id of the rumor. */
    private final Map<Long, String> rumors = new TreeMap<>();

    private String next;
    private int applied;

    /**
     * Creates a client without entries.
     *
     * @param first the first address to read, such as {@code /v1/changes?after=0}; ignored after {@link #begin}
     */
    public SyncClient(Transport line, String first) {
        this.line = line;
        this.next = first;
    }

    /**
     * Begins with an export.
     *
     * @param export such as {@code /v1/exports/all?include=state}
     * @param changes such as {@code /v1/changes?limit=100}
     * @param followed which entries of the export to store
     */
    public void begin(String export, String changes, Predicate<JsonNode> followed)
            throws IOException, InterruptedException {
        var answer = line.get(export);
        // From here on nothing can fail: entries and next are stored together.
        for (var text : answer.body().lines().toList()) {
            var entry = (ObjectNode) JSON.readTree(text);
            if (followed.test(entry)) {
                keep(entry);
            }
        }
        next = changes + "&after=" + answer.place();
    }

    private void keep(ObjectNode line) {
        var type = line.remove("type").asText();
        if (!type.equals("rumor")) {
            entries.put(type + "/" + line.path("slug").asText(), line.without(List.of("formerSlugs", "history")));
        } else if (!line.hasNonNull("retraction")) {
            rumors.put(
                    line.path("id").asLong(), "release/" + line.path("release").asText());
        }
    }

    /** Applies one page of changes; true if it was the last one. */
    public boolean step() throws IOException, InterruptedException {
        var page = JSON.readTree(line.get(next).body());
        // From here on nothing can fail: entries and next are stored together.
        page.path("items").forEach(this::apply);
        next = page.path("next").asText();
        return page.path("upToDate").asBoolean();
    }

    /** Documents by type and slug. */
    public Map<String, ObjectNode> entries() {
        return entries;
    }

    /** The number of rumors by the key of their release; releases without rumors are missing. */
    public Map<String, Long> rumorCounts() {
        return rumors.values().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        release -> release, TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /** The number of changes applied. */
    public int applied() {
        return applied;
    }

    /** The address of the next request. */
    public String next() {
        return next;
    }

    /** Applies one change; also used to rebuild the catalogue from the log alone. */
    void apply(JsonNode change) {
        applied++;
        var type = change.path("type").asText();
        var key = type + "/" + change.path("slug").asText();
        var fields = change.path("fields");
        switch (change.path("kind").asText()) {
            case "deleted" -> {
                entries.remove(key);
                rumors.values().removeIf(key::equals);
            }
            case "rumor-added" -> rumors.put(change.path("rumor").asLong(), key);
            case "rumor-retracted" -> rumors.remove(change.path("rumor").asLong());
            case "forecast-moved" -> {} // asked for when it is shown
            default -> update(type, key, fields);
        }
    }

    private void update(String type, String key, JsonNode fields) {
        var before = fields.path("slug").path("old").asText("");
        if (!before.isEmpty() && !before.equals("null")) {
            rename(type, before, fields.path("slug").path("new").asText());
        }
        var document = entries.computeIfAbsent(key, unknown -> JsonNodeFactory.instance.objectNode());
        fields.properties().forEach(field -> {
            var value = field.getValue().path("new");
            if (value.isNull()) {
                document.remove(field.getKey());
            } else {
                document.set(field.getKey(), value);
            }
        });
    }

    /** Replaces a slug in its entry and in all references to it. */
    private void rename(String type, String before, String after) {
        var entry = entries.remove(type + "/" + before);
        if (entry != null) {
            entries.put(type + "/" + after, entry);
        }
        rumors.replaceAll((id, release) -> release.equals(type + "/" + before) ? type + "/" + after : release);
        for (var each : entries.values()) {
            if (each.path(type).asText().equals(before)) {
                each.put(type, after);
            }
            if (each.get(type + "s") instanceof ArrayNode list) {
                for (var at = 0; at < list.size(); at++) {
                    if (list.get(at).asText().equals(before)) {
                        list.set(at, TextNode.valueOf(after));
                    }
                }
            }
        }
    }
}
