package dev.solecast.http.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.solecast.http.page.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Declares the fields of the records in responses: each is required, and nullable only if its type is; but a field that
 * is left out when it is null ({@link JsonInclude}) is optional and never null.
 */
final class OpenApiSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, ClassInfo> records = new HashMap<>();
    private final ClassInfo page;

    OpenApiSchemas(IndexView classes) {
        page = Objects.requireNonNull(classes.getClassByName(Page.class));
        for (var schema : classes.getAnnotations(org.eclipse.microprofile.openapi.annotations.media.Schema.class)) {
            if (schema.target().kind() == AnnotationTarget.Kind.CLASS && schema.value("name") != null) {
                records.put(schema.value("name").asString(), schema.target().asClass());
            }
        }
    }

    /** The public name of a schema: {@code ReleasePage} for {@code PageReleaseView}; other names stay. */
    static String publicName(String name) {
        return name.replaceFirst("\\bPage([A-Z]\\w+?)(View)?$", "$1Page");
    }

    static boolean isArray(@Nullable Schema schema) {
        return schema != null && schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
    }

    void complete(OpenAPI document) {
        OpenApiSplitting.describePatches(document);
        var split = split(document);
        split.forEach((former, name) -> records.put(name, Objects.requireNonNull(records.get(former))));
        var inResponses = inResponses(document);
        var used = inRequests(document);
        used.addAll(inResponses);
        var named = document.getComponents().getSchemas();
        List.copyOf(named.keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(document.getComponents()::removeSchema);
        inRequests(document).forEach(name -> OpenApiBounds.completeNumbers(Objects.requireNonNull(named.get(name))));
        inResponses.forEach(name ->
                complete(Objects.requireNonNull(named.get(name)), name.endsWith("Page") ? page : records.get(name)));
    }

    /** Splits the schemas that are different in responses, and those that refer to them. */
    private Map<String, String> split(OpenAPI document) {
        var named = document.getComponents().getSchemas();
        var inResponses = inResponses(document);
        var inRequests = inRequests(document);
        var shared = new HashSet<>(inRequests);
        shared.retainAll(inResponses);
        var split = new TreeSet<String>();
        for (var name : shared) {
            var reachable = new HashSet<>(Set.of(name));
            collect(named.get(name), named, reachable);
            if (reachable.stream().anyMatch(each -> isCompleted(named.get(each), records.get(each)))) {
                split.add(name);
            }
        }
        return OpenApiSplitting.split(document, split, inRequests, inResponses);
    }

    private static Set<String> inResponses(OpenAPI document) {
        var named = document.getComponents().getSchemas();
        var found = new HashSet<String>();
        document.getComponents()
                .getResponses()
                .values()
                .forEach(response -> collect(response.getContent(), named, found));
        operations(document)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .forEach(response -> collect(response.getContent(), named, found));
        return found;
    }

    private static Set<String> inRequests(OpenAPI document) {
        var found = new HashSet<String>();
        operations(document)
                .forEach(operation ->
                        collectRequest(operation, document.getComponents().getSchemas(), found));
        return found;
    }

    /** Whether a response would say more of its fields than the schema does. */
    private static boolean isCompleted(@Nullable Schema schema, @Nullable ClassInfo record) {
        return schema != null
                && record != null
                && record.isRecord()
                && fields(record)
                        .anyMatch(field -> !orEmpty(schema.getRequired()).contains(jsonName(field))
                                || field.type().hasAnnotation(DotName.createSimple(Nullable.class)));
    }

    /** The fields that are never left out. */
    private static Stream<FieldInfo> fields(ClassInfo record) {
        return record.recordComponents().stream()
                .map(component -> record.field(component.name()))
                .filter(field -> !field.hasAnnotation(JsonInclude.class) && !field.hasAnnotation(JsonIgnore.class));
    }

    private static void complete(Schema schema, @Nullable ClassInfo record) {
        if (record == null || !record.isRecord()) {
            return;
        }
        for (var field : fields(record).toList()) {
            var name = jsonName(field);
            if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequired(name);
            }
            if (field.type().hasAnnotation(DotName.createSimple(Nullable.class))) {
                schema.addProperty(
                        name,
                        nullable(Objects.requireNonNull(schema.getProperties().get(name))));
            }
        }
    }

    private static String jsonName(FieldInfo field) {
        var renamed = field.annotation(DotName.createSimple(JsonProperty.class));
        return renamed == null ? field.name() : renamed.value().asString();
    }

    static Schema nullable(Schema schema) {
        if (schema.getRef() == null) {
            return schema.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .description(schema.getDescription())
                .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static void collectRequest(Operation operation, Map<String, Schema> named, Set<String> found) {
        for (var parameter : orEmpty(operation.getParameters())) {
            collect(parameter.getSchema(), named, found);
        }
        if (operation.getRequestBody() != null) {
            collect(operation.getRequestBody().getContent(), named, found);
        }
    }

    private static void collect(@Nullable Content content, Map<String, Schema> named, Set<String> found) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> collect(type.getSchema(), named, found));
        }
    }

    /** Adds the names of all schemas that this one refers to, directly or indirectly. */
    private static void collect(@Nullable Schema schema, Map<String, Schema> named, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(PREFIX.length());
            if (found.add(name)) {
                collect(named.get(name), named, found);
            }
        }
        collect(schema.getItems(), named, found);
        orEmpty(schema.getAnyOf()).forEach(each -> collect(each, named, found));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> collect(each, named, found));
        }
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
