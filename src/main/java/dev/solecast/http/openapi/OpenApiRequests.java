package dev.solecast.http.openapi;

import dev.solecast.http.response.Idempotent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** What holds for every operation that writes: how it is told apart from a repetition, and whom it overwrites. */
final class OpenApiRequests {

    private final Set<String> idempotent = new HashSet<>();

    OpenApiRequests(IndexView classes) {
        for (var marked : classes.getAnnotations(Idempotent.class)) {
            if (marked.target().kind() == AnnotationTarget.Kind.METHOD) {
                idempotent.add(marked.target()
                        .asMethod()
                        .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class)
                        .value("operationId")
                        .asString());
            }
        }
    }

    void complete(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(this::complete);
    }

    private void complete(Operation operation) {
        if (idempotent.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotent.HEADER)
                    .in(Parameter.In.HEADER)
                    .description("Your name for this act, best a random UUID: sent again with it within 24 hours, the"
                            + " request is answered as it was and not carried out again.")
                    .schema(OASFactory.createSchema()
                            .addType(SchemaType.STRING)
                            .minLength(1)
                            .maxLength(200)
                            .examples(List.of("2f1c8e7a-6d0b-4b7e-9f8a-1f0d3c5b7a90"))));
        }
        for (var parameter : OpenApiSchemas.orEmpty(operation.getParameters())) {
            if ("If-Match".equals(parameter.getName())) {
                parameter.setDescription("The ETag under which you have read it; * overwrites whatever is there.");
                parameter.setRequired(true);
            }
        }
    }

    /** Which of the problems that only writes can meet this operation can. */
    static boolean meets(Operation operation, int status) {
        var matching = OpenApiSchemas.orEmpty(operation.getParameters()).stream()
                .anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        return switch (status) {
            case 412, 428 -> matching;
            case 413, 415 -> operation.getRequestBody() != null;
            case 422 ->
                OpenApiSchemas.orEmpty(operation.getParameters()).stream()
                        .anyMatch(parameter -> Idempotent.HEADER.equals(parameter.getName()));
            default -> true;
        };
    }
}
