package dev.solecast.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What every operation can answer: its headers, what stands for "not changed" and "moved", its problems, and an example
 * that was a real answer (a file named after the operation in the folder {@code contract}).
 */
final class ContractAnswers {

    private static final List<ProblemView> EXAMPLES = List.of(
            Problem.parameter("limit", "0 is not a number from 1 to 100.").view(),
            problem(ProblemCode.NOT_FOUND, "There is no model \"new-balance-1001\". /v1/models lists those there are."),
            problem(
                    ProblemCode.NOT_ACCEPTABLE,
                    "There is no answer of a type that Accept names; send */*, or application/json for data."),
            problem(ProblemCode.GONE, "The release \"new-balance-1000-sample\" was deleted."),
            problem(ProblemCode.INTERNAL_ERROR, "This is our fault, not yours, and has been logged. Try again later."),
            problem(ProblemCode.UNAVAILABLE, "The database cannot be reached. Try again in a few seconds."));

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractAnswers() {}

    static void complete(OpenAPI document) {
        var components = document.getComponents();
        components.addHeader("ETag", header("Names these bytes; for If-None-Match.", "\"u5Yhv3pkBRCoDQvcpPkTfg\""));
        components.addHeader(
                "Cache-Control", header("How long the answer may be kept, in seconds.", "public, max-age=60"));
        components.addHeader(
                "Link", header("The next page, where there is one.", "</v1/brands?cursor=MWVjaWdjYx8x>; rel=\"next\""));
        components.addResponse(
                "NotModified", answer("The answer you have, named in If-None-Match, is still the right one."));
        components.addResponse(
                "Moved",
                answer("The slug was retired: the same address under its present slug is in Location.")
                        .addHeader(
                                "Location", header("From the root of this service.", "/v1/models/new-balance-1000")));
        EXAMPLES.forEach(example -> components.addResponse("Problem" + example.status(), problem(example)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var ofOne = path.contains("{");
        if (method == PathItem.HttpMethod.GET) {
            var found = operation.getResponses().getAPIResponse("200");
            found.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            found.addHeader("Cache-Control", OASFactory.createHeader().ref("Cache-Control"));
            if (operation.getOperationId().startsWith("list")) {
                found.addHeader("Link", OASFactory.createHeader().ref("Link"));
            }
            addExample(path, operation, found);
            refer(operation, "304", "NotModified");
            if (ofOne) {
                refer(operation, "308", "Moved");
            }
        }
        for (var example : EXAMPLES) {
            var status = example.status();
            if (ofOne || (status != 404 && status != 410)) {
                refer(operation, String.valueOf(status), "Problem" + status);
            }
        }
    }

    private static void addExample(String path, Operation operation, APIResponse found) {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contract/" + operation.getOperationId() + ".json")) {
            if (file == null) {
                return; // a test says so
            }
            var example = JSON.readTree(file);
            var address = example.path("request").asText();
            var shown = OASFactory.createExample()
                    .summary("GET " + address)
                    .value(JSON.convertValue(example.path("answer"), Object.class));
            found.getContent().getMediaTypes().values().forEach(type -> type.addExample("catalogue", shown));
            tellPathParameters(path.split("/"), address.split("[/?]"), operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tellPathParameters(String[] template, String[] address, Operation operation) {
        for (var parameter : ContractSchemas.orEmpty(operation.getParameters())) {
            var place = Arrays.asList(template).indexOf("{" + parameter.getName() + "}");
            if (parameter.getIn() == Parameter.In.PATH && place >= 0) {
                parameter.setExample(address[place]);
            }
        }
    }

    private static void refer(Operation operation, String status, String name) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    private static APIResponse problem(ProblemView example) {
        var codes = Arrays.stream(ProblemCode.values())
                .filter(code -> code.status() == example.status())
                .map(code -> "`" + code.word() + "`: " + code.meaning())
                .collect(Collectors.joining(" "));
        return answer(codes)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemMappers.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(JSON.convertValue(example, Map.class))));
    }

    private static ProblemView problem(ProblemCode code, String detail) {
        return Problem.of(code, detail).view();
    }

    private static APIResponse answer(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample(example));
    }
}
