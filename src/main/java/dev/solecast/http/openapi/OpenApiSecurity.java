package dev.solecast.http.openapi;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Declares the role that each operation requires, read from {@link RolesAllowed}; without it any key or none will do.
 */
final class OpenApiSecurity {

    /** The extension of an operation that requires a key; its value is the role. */
    static final String REQUIRED_ROLE = "x-required-role";

    private static final String BEARER = "bearer";
    private static final String HEADER = "header";

    private final OpenApiMethods methods;

    OpenApiSecurity(OpenApiMethods methods) {
        this.methods = methods;
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
        methods.forEach(document, (operation, method) -> complete(operation, requiredRole(method)));
    }

    private static @Nullable String requiredRole(MethodInfo method) {
        var allowed = method.declaredAnnotation(RolesAllowed.class);
        return allowed == null ? null : String.join(" or ", allowed.value().asStringArray());
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
            var description = operation.getDescription();
            operation.setDescription(
                    (description == null ? "" : description + "\n\n") + "Needs a key of the role `" + role + "`.");
        }
    }

    private static SecurityRequirement requirement() {
        return OASFactory.createSecurityRequirement();
    }
}
