package dev.solecast.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document, while the service is built, with what holds for every operation alike: so that no
 * resource has to repeat it, and none can forget it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private final ContractSchemas schemas;
    private final ContractWrites writes;
    private final ContractAccess access;

    /**
     * @param classes all of the application's
     */
    public Contract(IndexView classes) {
        schemas = new ContractSchemas(classes);
        writes = new ContractWrites(classes);
        access = new ContractAccess(classes);
    }

    /** Several values are separated by commas; what is in the path is a slug. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
            parameter.setDescription("Its " + parameter.getName() + ", as the lists show it.");
        }
        if (parameter.getIn() == Parameter.In.QUERY && ContractSchemas.isArray(parameter.getSchema())) {
            parameter.style(Parameter.Style.FORM).explode(false);
            if (parameter.getExample() != null && !(parameter.getExample() instanceof List<?>)) {
                parameter.setExample(List.of(parameter.getExample()));
            }
        }
        return parameter;
    }

    /** What a reference says already is not said again next to it; a page is called after what it holds. */
    @Override
    public Schema filterSchema(Schema schema) {
        var reference = schema.getRef();
        if (reference != null) {
            schema.type(null).examples(null).ref(ContractSchemas.publicName(reference));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var named = new TreeMap<String, Schema>();
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> named.put(ContractSchemas.publicName(name), schema));
        document.getComponents().setSchemas(named);
        writes.complete(document);
        ContractAnswers.complete(document);
        access.complete(document);
        schemas.complete(document);
    }
}
