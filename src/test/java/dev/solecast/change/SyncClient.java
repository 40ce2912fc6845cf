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
 * The reference client for offline use, which does what the recipe says: take one export, keep every entry as a document,
 * and the place up to which that is told; ask for what comes after it; apply each change; store both together. Whatever
 * breaks in between, the next attempt begins at the place that was stored, so that nothing is lost and nothing applied
 * twice.
 */
public final class SyncClient {

    /** How pages are fetched; an answer that did not arrive whole is an {@link IOException}. */
    public interface Line {
        Answer get(String address) throws IOException, InterruptedException;
    }

    /**
     * A whole answer.
     *
     * @param place what its header Solecast-Place says; empty if it has none
     */
    public record Answer(String body, String place) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Line line;
    /** Documents by type and slug, such as {@code model/new-balance-1000}. A database, in an app. */
    private final Map<String, ObjectNode> entries = new TreeMap<>();
    /** Rumors by their numbers, each with the key of its release. */
    private final Map<Long, String> rumors = new TreeMap<>();

    private String next;
    private int applied;

    /**
     * Begins with nothing, at the beginning of the log.
     *
     * @param first such as {@code /v1/changes?after=0}; after an export, the place in its Solecast-Place header
     */
    public SyncClient(Line line, String first) {
        this.line = line;
        this.next = first;
    }

    /**
     * Begins with an export, of which it keeps what it follows.
     *
     * @param export such as {@code /v1/exports/all?include=state}
     * @param changes such as {@code /v1/changes?limit=100}
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
        } else if (!line.has("retraction")) {
            rumors.put(
                    line.path("id").asLong(), "release/" + line.path("release").asText());
        }
    }

    /** One page; whether there was nothing after it. */
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

    /** How many rumors there are about each release that has any, by its key. */
    public Map<String, Long> rumorCounts() {
        return rumors.values().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        release -> release, TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /** How many changes were applied. */
    public int applied() {
        return applied;
    }

    /** The place of the next request. */
    public String next() {
        return next;
    }

    /** One change; also used to rebuild the catalogue from the log alone. */
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

    /** Whoever names it by its slug names it by the new one from now on. */
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
