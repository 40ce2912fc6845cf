package dev.solecast.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Language;
import dev.solecast.http.MergePatch;
import dev.solecast.http.problem.ExceptionMappers;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Describes the responses of every operation: its headers, the references to "not modified" and "moved", its problems,
 * and an example from a recorded response (a file named after the operation in the folder {@code contract}).
 */
final class OpenApiResponses {

    private static final List<ProblemView> EXAMPLES = List.of(
            Problem.parameter("limit", "0 is not a number from 1 to 100.").view(),
            problem(
                    ProblemCode.INVALID_KEY,
                    "There is no such key. Check that it was copied whole, and belongs to this service."),
            problem(
                    ProblemCode.ROLE_REQUIRED,
                    "This needs a key of the role editor; yours, \"Sneaker bot\", is of the role contributor."),
            problem(ProblemCode.NOT_FOUND, "There is no model \"new-balance-1001\". /v1/models lists those there are."),
            problem(
                    ProblemCode.NOT_ACCEPTABLE,
                    "There is no answer of a type that Accept names; send */*, or application/json for data."),
            problem(
                    ProblemCode.CONFLICT,
                    "slug: the brand \"new-balance\" is there already; change that one, or give another slug."),
            problem(ProblemCode.GONE, "The release \"new-balance-1000-sample\" was deleted."),
            problem(
                    ProblemCode.PRECONDITION_FAILED,
                    "\"new-balance\" is at version 4, and If-Match names version 3. errors lists what changed since; read"
                            + " it again."),
            problem(
                    ProblemCode.BODY_TOO_SLOW,
                    "The body was still not there when the request's time was up. Send it faster."),
            problem(
                    ProblemCode.URI_TOO_LONG,
                    "The address has more than " + ProblemCode.LONGEST_URI + " bytes. Ask for less at once."),
            problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "The body has more than 1048576 bytes, which is all that this address reads. Send less."),
            problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as " + MergePatch.MEDIA_TYPE + "."),
            problem(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request. Take a new one for each act; send the same one"
                            + " again only to repeat a request unchanged."),
            problem(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag that a GET of this address told, so that nobody's change is overwritten"
                            + " unseen; If-Match: * overwrites whatever is there."),
            problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "600 tokens a minute are allowed without a key. Try again in 17 seconds, or use a key."),
            problem(ProblemCode.HEADERS_TOO_LARGE, "The headers are longer than 16 kB together. Send fewer."),
            problem(ProblemCode.INTERNAL_ERROR, "This is our fault, not yours, and has been logged. Try again later."),
            problem(ProblemCode.UNAVAILABLE, "The database cannot be reached. Try again in a few seconds."));

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiResponses() {}

    private static String languages() {
        var tags = Language.tags();
        return String.join(", ", tags.subList(0, tags.size() - 1)) + " or " + tags.getLast();
    }

    static void complete(OpenAPI document) {
        var components = document.getComponents();
        components.addHeader("ETag", header("Names these bytes; for If-None-Match.", "\"u5Yhv3pkBRCoDQvcpPkTfg\""));
        components.addHeader(
                "Cache-Control", header("How long the answer may be kept, in seconds.", "public, max-age=60"));
        components.addHeader(
                "Content-Language", header("The language of its labels: " + languages() + ".", Language.ENGLISH.tag()));
        components.addHeader(
                "Link", header("The next page, where there is one.", "</v1/brands?cursor=MWVjaWdjYx8x>; rel=\"next\""));
        components.addHeader(
                "RateLimit-Policy",
                header(
                        "The tokens that you have in each period: `q` in `w` seconds, on each node. A request costs one, or"
                                + " what `x-cost` says.",
                        "\"anonymous\";q=600;w=60"));
        components.addHeader(
                "RateLimit",
                header(
                        "The tokens that are left, `r`, and the seconds until you have all of them again, `t`.",
                        "\"anonymous\";r=597;t=43"));
        components.addHeader("Retry-After", header("The seconds to wait before the next try.", "17"));
        components.addResponse(
                "NotModified", response("The answer you have, named in If-None-Match, is still the right one."));
        components.addResponse(
                "Moved",
                response("The slug was retired: the same address under its present slug is in Location.")
                        .addHeader(
                                "Location", header("From the root of this service.", "/v1/models/new-balance-1000")));
        EXAMPLES.forEach(example -> components.addResponse("Problem" + example.status(), problem(example)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        Stream.concat(
                        components.getResponses().values().stream(),
                        OpenApiSchemas.operations(document)
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()))
                .filter(response -> response.getRef() == null)
                .forEach(response -> {
                    response.addHeader("RateLimit", OASFactory.createHeader().ref("RateLimit"));
                    response.addHeader(
                            "RateLimit-Policy", OASFactory.createHeader().ref("RateLimit-Policy"));
                });
        for (var status : List.of(429, 503)) {
            Objects.requireNonNull(components.getResponses().get("Problem" + status))
                    .addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var singleResource = path.contains("{") && !path.contains("{scope}");
        addExample(path, method, operation);
        if (method == PathItem.HttpMethod.GET) {
            var response = operation.getResponses().getAPIResponse("200");
            response.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            response.addHeader("Cache-Control", OASFactory.createHeader().ref("Cache-Control"));
            response.addHeader("Content-Language", OASFactory.createHeader().ref("Content-Language"));
            if (operation.getOperationId().startsWith("list")) {
                response.addHeader("Link", OASFactory.createHeader().ref("Link"));
            }
            addReference(operation, "304", "NotModified");
        }
        if (operation.getResponses().getAPIResponse("201") != null) {
            operation
                    .getResponses()
                    .getAPIResponse("201")
                    .addHeader("Location", header("Its address, from the root of this service.", "/v1/brands/autry"));
        }
        if (path.contains("{slug}")) {
            addReference(operation, "308", "Moved");
        }
        for (var example : EXAMPLES) {
            var status = example.status();
            var canOccur = switch (status) {
                case 404, 410 -> singleResource;
                case 409 -> method != PathItem.HttpMethod.GET;
                default -> OpenApiRequests.canFailWith(operation, status);
            };
            if (canOccur) {
                addReference(operation, String.valueOf(status), "Problem" + status);
            }
        }
    }

    private static void addExample(String path, PathItem.HttpMethod method, Operation operation) {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contract/" + operation.getOperationId() + ".json")) {
            if (file == null) {
                return; // a test reports it
            }
            var example = JSON.readTree(file);
            var address = example.path("request").asText();
            show(
                    example.path("answer"),
                    method + " " + address,
                    success(operation).getContent());
            if (operation.getRequestBody() != null) {
                show(example.path("body"), null, operation.getRequestBody().getContent());
            }
            addPathExamples(path.split("/"), address.split("[/?]"), operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The successful response of the operation. */
    private static APIResponse success(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void show(JsonNode value, @Nullable String summary, @Nullable Content content) {
        if (content != null && !value.isMissingNode()) {
            var shown = OASFactory.createExample().summary(summary).value(JSON.convertValue(value, Object.class));
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getExamples() == null)
                    .forEach(type -> type.addExample("catalogue", shown));
        }
    }

    private static void addPathExamples(String[] template, String[] address, Operation operation) {
        for (var parameter : OpenApiSchemas.orEmpty(operation.getParameters())) {
            var index = Arrays.asList(template).indexOf("{" + parameter.getName() + "}");
            if (parameter.getIn() == Parameter.In.PATH && index >= 0) {
                var text = address[index];
                parameter.setExample(
                        OpenApiSchemas.orEmpty(parameter.getSchema().getType()).contains(SchemaType.INTEGER)
                                ? Long.valueOf(text)
                                : text);
            }
        }
    }

    private static void addReference(Operation operation, String status, String name) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    private static APIResponse problem(ProblemView example) {
        var codes = Arrays.stream(ProblemCode.values())
                .filter(code -> code.status() == example.status())
                .map(code -> "`" + code.wireName() + "`: " + code.meaning())
                .collect(Collectors.joining(" "));
        return response(codes)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ExceptionMappers.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(JSON.convertValue(example, Map.class))));
    }

    private static ProblemView problem(ProblemCode code, String detail) {
        return Problem.of(code, detail).view();
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample(example));
    }
}
