package dev.solecast.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch (RFC 7396): replaces the fields that it names, removes those that it sets to null; lists are
 * replaced whole.
 *
 * @param changes an object
 */
public record MergePatch(@JsonValue ObjectNode changes) {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** From the body of a request. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch {}

    /**
     * Returns the patched document; the original is not changed. Fields that the patch removes are null in it rather than
     * missing, so that a removed field which does not exist is noticed when the document is read.
     */
    public ObjectNode applyTo(ObjectNode document) {
        return merged(document, changes);
    }

    private static ObjectNode merged(@Nullable JsonNode target, ObjectNode changes) {
        var result = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue() instanceof ObjectNode object) {
                result.set(change.getKey(), merged(result.get(change.getKey()), object));
            } else {
                result.set(change.getKey(), change.getValue());
            }
        });
        return result;
    }
}
