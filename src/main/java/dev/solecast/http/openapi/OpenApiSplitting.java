package dev.solecast.http.openapi;

import dev.solecast.http.MergePatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives requests schemas of their own. What a response always has, a request may leave out; and a merge patch may leave
 * out everything, and empties with null what need not be there.
 */
final class OpenApiSplitting {

    private static final String PREFIX = "#/components/schemas/";
    private static final String REQUEST = "New";
    private static final String SHOWN_REQUEST = "Submitted";

    private OpenApiSplitting() {}

    /**
     * Splits schemas that are both in requests and in responses: the request's is named New…, or, if it was named so, the
     * response's Submitted….
     *
     * @param split their names
     * @param inRequests the names of all schemas in requests
     * @param inResponses the names of all schemas in responses
     * @return the new names that responses use, by the former ones
     */
    static Map<String, String> split(
            OpenAPI document, Set<String> split, Set<String> inRequests, Set<String> inResponses) {
        Map<String, String> ofRequests = new TreeMap<>();
        Map<String, String> ofResponses = new TreeMap<>();
        for (var name : split) {
            if (name.startsWith(REQUEST)) {
                ofResponses.put(name, SHOWN_REQUEST + name.substring(REQUEST.length()));
            } else {
                ofRequests.put(name, REQUEST + name);
            }
        }
        var schemas = document.getComponents().getSchemas();
        Stream.of(ofRequests, ofResponses)
                .flatMap(names -> names.entrySet().stream())
                .forEach(names ->
                        document.getComponents().addSchema(names.getValue(), copy(get(schemas, names.getKey()))));
        var named = document.getComponents().getSchemas();
        inRequests.stream()
                .filter(name -> split.contains(name) || !inResponses.contains(name))
                .forEach(name -> rename(get(named, ofRequests.getOrDefault(name, name)), ofRequests));
        inResponses.forEach(name -> rename(get(named, ofResponses.getOrDefault(name, name)), ofResponses));
        OpenApiSchemas.operations(document).forEach(operation -> {
            if (operation.getRequestBody() != null) {
                rename(operation.getRequestBody().getContent(), ofRequests);
            }
            operation.getResponses().getAPIResponses().values().forEach(each -> rename(each.getContent(), ofResponses));
        });
        return ofResponses;
    }

    private static Schema get(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    /** Gives each merge patch the schema of its document, in which everything may be left out. */
    static void describePatches(OpenAPI document) {
        OpenApiSchemas.operations(document).forEach(operation -> {
            var body = operation.getRequestBody();
            var patch = body == null ? null : body.getContent().getMediaType(MergePatch.MEDIA_TYPE);
            if (patch != null && patch.getSchema() != null && patch.getSchema().getRef() != null) {
                var whole = patch.getSchema().getRef().substring(PREFIX.length());
                var name = whole.replaceFirst("^" + REQUEST, "") + "Patch";
                document.getComponents()
                        .addSchema(name, patchOf(get(document.getComponents().getSchemas(), whole)));
                patch.setSchema(OASFactory.createSchema().ref(name));
            }
        });
    }

    private static Schema patchOf(Schema whole) {
        var patch = copy(whole);
        var required = OpenApiSchemas.orEmpty(whole.getRequired());
        patch.setRequired(null);
        patch.setDescription("Only what changes; null empties a field.");
        Map<String, Schema> properties = new LinkedHashMap<>();
        whole.getProperties().forEach((name, property) -> {
            var mayBeEmpty = !required.contains(name) && !isNullable(property);
            properties.put(name, mayBeEmpty ? OpenApiSchemas.nullable(copy(property)) : property);
        });
        patch.setProperties(properties);
        return patch;
    }

    private static boolean isNullable(Schema schema) {
        return (schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL))
                || OpenApiSchemas.orEmpty(schema.getAnyOf()).stream()
                        .anyMatch(
                                each -> each.getType() != null && each.getType().contains(Schema.SchemaType.NULL));
    }

    private static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        schema.getAll().forEach((keyword, value) -> copy.set(keyword, copyOf(value)));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        return switch (value) {
            case Schema schema -> copy(schema);
            case Map<?, ?> map -> {
                var copies = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> copies.put(key, copyOf(each)));
                yield copies;
            }
            case List<?> list -> {
                var copies = new ArrayList<Object>();
                list.forEach(each -> copies.add(copyOf(each)));
                yield copies;
            }
            case null, default -> value;
        };
    }

    /** Renames the targets of all references in this schema. */
    private static void rename(@Nullable Schema schema, Map<String, String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(PREFIX.length());
            schema.setRef(PREFIX + names.getOrDefault(name, name));
        }
        rename(schema.getItems(), names);
        OpenApiSchemas.orEmpty(schema.getAnyOf()).forEach(each -> rename(each, names));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> rename(each, names));
        }
    }

    private static void rename(@Nullable Content content, Map<String, String> names) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> rename(type.getSchema(), names));
        }
    }
}
