package dev.solecast.http.openapi;

import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The Java methods behind the operations of the document, found by HTTP method and path; they may be inherited. */
final class OpenApiMethods {

    private final Map<String, MethodInfo> methods = new HashMap<>();

    OpenApiMethods(IndexView classes) {
        for (var path : classes.getAnnotations(Path.class)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                var resource = path.target().asClass();
                for (var type = resource; type != null; type = superclass(type, classes)) {
                    type.methods().forEach(method -> add(path.value().asString(), method));
                }
            }
        }
    }

    /** Calls the action with each operation of the document and its Java method. */
    void forEach(OpenAPI document, BiConsumer<Operation, MethodInfo> action) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((httpMethod, operation) -> {
                    var method = methods.get(key(httpMethod, path));
                    if (method == null) {
                        throw new IllegalStateException("No method answers to " + key(httpMethod, path));
                    }
                    action.accept(operation, method);
                }));
    }

    private static @Nullable ClassInfo superclass(ClassInfo type, IndexView classes) {
        return type.superName() == null ? null : classes.getClassByName(type.superName());
    }

    /** Adds a method with an HTTP method; one of a subclass is added before those it overrides, and stays. */
    private void add(String resourcePath, MethodInfo method) {
        for (var httpMethod : HttpMethod.values()) {
            if (method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + httpMethod))) {
                var path = resourcePath + valueOf(method.declaredAnnotation(Path.class));
                methods.putIfAbsent(key(httpMethod, path), method);
            }
        }
    }

    private static String valueOf(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }

    private static String key(HttpMethod httpMethod, String path) {
        return httpMethod + " " + path;
    }
}
