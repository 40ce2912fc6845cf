package dev.solecast.http.openapi;

import dev.solecast.http.MergePatch;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Completes the writes that the resources of all types of entry inherit from one class, which cannot name the type: sets
 * their ids and summaries, and the schema of the document that a patch changes.
 */
final class OpenApiEntryWrites {

    /** Stands for the type of entry in the summary of an inherited operation. */
    private static final String PLACEHOLDER = "{entry}";

    private final OpenApiMethods methods;

    OpenApiEntryWrites(OpenApiMethods methods) {
        this.methods = methods;
    }

    void complete(OpenAPI document) {
        methods.forEach(document, (operation, method) -> {
            if (operation.getSummary().contains(PLACEHOLDER)) {
                complete(operation, method.name());
            }
        });
    }

    private static void complete(Operation operation, String verb) {
        var type = operation.getTags().getFirst().replaceFirst("s$", "");
        operation.setSummary(operation.getSummary().replace(PLACEHOLDER, type.toLowerCase(Locale.ROOT)));
        setOperationId(operation, verb + type);
        if (verb.equals("add")) {
            var responses = operation.getResponses();
            var created = responses.getAPIResponse("200");
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", created.description("Added; its address is in Location."));
        }
        var body = operation.getRequestBody();
        var patch = body == null ? null : body.getContent().getMediaType(MergePatch.MEDIA_TYPE);
        if (patch != null) {
            patch.setSchema(OASFactory.createSchema().ref("New" + type));
        }
    }

    /** Sets again what follows the id in the document, which is written in the order of setting. */
    private static void setOperationId(Operation operation, String id) {
        var tags = operation.getTags();
        var parameters = operation.getParameters();
        var body = operation.getRequestBody();
        var responses = operation.getResponses();
        operation.tags(null).parameters(null).requestBody(null).responses(null);
        operation
                .operationId(id)
                .tags(tags)
                .parameters(parameters)
                .requestBody(body)
                .responses(responses);
    }
}
