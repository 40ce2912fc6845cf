package dev.solecast.http.openapi;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Which key each operation needs, read from its {@link RolesAllowed}; one without it takes any key, and none. */
final class OpenApiSecurity {

    /** What an operation that needs a key has in the document, with the role as its value. */
    static final String REQUIRED_ROLE = "x-required-role";

    private static final String BEARER = "bearer";
    private static final String HEADER = "header";

    private final Map<String, String> roles = new HashMap<>();

    OpenApiSecurity(IndexView classes) {
        for (var allowed : classes.getAnnotations(RolesAllowed.class)) {
            if (allowed.target().kind() == AnnotationTarget.Kind.METHOD) {
                var described = allowed.target()
                        .asMethod()
                        .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
                if (described != null && described.value("operationId") != null) {
                    roles.put(
                            described.value("operationId").asString(),
                            String.join(" or ", allowed.value().asStringArray()));
                }
            }
        }
    }

    void complete(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key, `solecast_<id>_<secret>`, as `Authorization: Bearer`."))
                .addSecurityScheme(
                        HEADER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("The same key in a header of its own."));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> complete(operation, roles.get(operation.getOperationId())));
    }

    private static void complete(Operation operation, @Nullable String role) {
        if (role == null) {
            operation.setSecurity(List.of(
                    requirement(),
                    requirement().addScheme(BEARER),
                    requirement().addScheme(HEADER)));
        } else {
            operation.setSecurity(
                    List.of(requirement().addScheme(BEARER), requirement().addScheme(HEADER)));
            operation.addExtension(REQUIRED_ROLE, role);
            var said = operation.getDescription();
            operation.setDescription((said == null ? "" : said + "\n\n") + "Needs a key of the role `" + role + "`.");
        }
    }

    private static SecurityRequirement requirement() {
        return OASFactory.createSecurityRequirement();
    }
}
