package dev.solecast.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document at build time with the parts that are the same for every operation, so that no
 * resource has to repeat them or can forget them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiCompletion implements OASFilter {

    private final OpenApiSchemas schemas;
    private final OpenApiEntryWrites entryWrites;
    private final OpenApiRequests requests;
    private final OpenApiSecurity security;
    private final OpenApiPrices prices;

    /**
     * @param classes the index of the application's classes
     */
    public OpenApiCompletion(IndexView classes) {
        schemas = new OpenApiSchemas(classes);
        var methods = new OpenApiMethods(classes);
        entryWrites = new OpenApiEntryWrites(methods);
        requests = new OpenApiRequests(methods);
        security = new OpenApiSecurity(methods);
        prices = new OpenApiPrices(methods, classes);
    }

    /** Describes path parameters, and declares that multiple values of a query parameter are separated by commas. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
            parameter.setDescription("Its " + parameter.getName() + ", as the lists show it.");
        }
        if (parameter.getIn() == Parameter.In.QUERY && OpenApiSchemas.isArray(parameter.getSchema())) {
            parameter.style(Parameter.Style.FORM).explode(false);
            if (parameter.getExample() != null && !(parameter.getExample() instanceof List<?>)) {
                parameter.setExample(List.of(parameter.getExample()));
            }
        }
        if (parameter.getSchema() != null) {
            OpenApiBounds.complete(parameter.getSchema());
        }
        return parameter;
    }

    /**
     * Removes the keywords beside a reference that repeat its target, names pages after their items, and writes patterns
     * as JSON Schema reads them.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        var reference = schema.getRef();
        if (reference != null) {
            schema.type(null).examples(null).ref(OpenApiSchemas.publicName(reference));
        }
        if (schema.getPattern() != null) {
            schema.setPattern(OpenApiBounds.ecmaScript(schema.getPattern()));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var named = new TreeMap<String, Schema>();
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> named.put(OpenApiSchemas.publicName(name), schema));
        document.getComponents().setSchemas(named);
        entryWrites.complete(document);
        requests.complete(document);
        OpenApiResponses.complete(document);
        security.complete(document);
        prices.complete(document);
        schemas.complete(document);
        keepOrder(document);
    }

    /**
     * Restores the order of the document where it follows from the names of classes and packages, by which they are
     * scanned: a reading operation before the writing one, a type before its description.
     */
    private static void keepOrder(OpenAPI document) {
        var rumors = Objects.requireNonNull(document.getPaths().getPathItem("/v1/releases/{slug}/rumors"));
        var post = rumors.getPOST();
        rumors.setPOST(null);
        rumors.setPOST(post);
        var forecast =
                Objects.requireNonNull(document.getComponents().getSchemas().get("Forecast"));
        var type = forecast.getType();
        var description = forecast.getDescription();
        var properties = forecast.getProperties();
        var required = forecast.getRequired();
        forecast.type(null).description(null).properties(null).required(null);
        forecast.type(type).description(description).properties(properties).required(required);
    }
}
