package dev.solecast.http.openapi;

import dev.solecast.http.response.Idempotent;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the headers of operations that write: {@code Idempotency-Key} and {@code If-Match}. */
final class OpenApiRequests {

    private final OpenApiMethods methods;

    OpenApiRequests(OpenApiMethods methods) {
        this.methods = methods;
    }

    void complete(OpenAPI document) {
        methods.forEach(
                document, (operation, method) -> complete(operation, method.hasDeclaredAnnotation(Idempotent.class)));
    }

    private static void complete(Operation operation, boolean idempotent) {
        if (idempotent) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotent.HEADER)
                    .in(Parameter.In.HEADER)
                    .description(Idempotent.DESCRIPTION)
                    .schema(OASFactory.createSchema()
                            .addType(SchemaType.STRING)
                            .minLength(1)
                            .maxLength(Idempotent.LONGEST_KEY)
                            .examples(List.of(Idempotent.EXAMPLE))));
        }
        for (var parameter : OpenApiSchemas.orEmpty(operation.getParameters())) {
            if ("If-Match".equals(parameter.getName())) {
                parameter.setDescription("The ETag under which you have read it; * overwrites whatever is there.");
                parameter.setRequired(true);
            }
        }
    }

    /** Whether this operation can fail with this status; true for any status that does not depend on its request. */
    static boolean canFailWith(Operation operation, int status) {
        var conditional = OpenApiSchemas.orEmpty(operation.getParameters()).stream()
                .anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        return switch (status) {
            case 412, 428 -> conditional;
            case 408, 413, 415 -> operation.getRequestBody() != null;
            case 422 ->
                OpenApiSchemas.orEmpty(operation.getParameters()).stream()
                        .anyMatch(parameter -> Idempotent.HEADER.equals(parameter.getName()));
            default -> true;
        };
    }
}
