package dev.solecast.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.drill.FuzzContract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up requests for an operation: most of them right, others at the bounds, wrong in one place, or broken. */
final class FuzzRequests {

    private static final List<String> ODD_TYPES = List.of(
            "*/*",
            "text/html",
            "application/xml",
            "application/json;q=0",
            ";",
            "a/b/c",
            "image/*, application/json",
            "x".repeat(900));

    private final FuzzContract contract;
    private final FuzzValues values;
    /** Keys by role. */
    private final Map<String, String> keys;

    FuzzRequests(FuzzContract contract, FuzzValues values, Map<String, String> keys) {
        this.contract = contract;
        this.values = values;
        this.keys = keys;
    }

    FuzzRequest next(Operation operation) {
        var body = body(operation);
        var headers = headers(operation);
        if (body.length > 0) {
            headers.putIfAbsent(
                    "Content-Type", values.any(List.copyOf(operation.bodies().keySet())));
        }
        return new FuzzRequest(operation, path(operation), query(operation), headers, body);
    }

    private String path(Operation operation) {
        var path = operation.path();
        var list = path.replaceAll("^/v1/", "").replaceAll("/.*", "");
        for (var parameter : operation.parameters("path")) {
            var name = parameter.path("name").asText();
            var valid = values.valid(parameter.path("schema"), list, 0).asText();
            var text = values.chance(0.9)
                    ? name.equals("scope") ? valid : values.known(name.equals("place") ? name : list, valid)
                    : values.hostile();
            path = path.replace("{" + name + "}", text.matches("\\.*") ? "x" : FuzzRequest.encoded(text));
        }
        return path;
    }

    private Map<String, String> query(Operation operation) {
        var query = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters("query")) {
            var name = parameter.path("name").asText();
            if (name.equals("wait")) {
                continue; // waits on purpose
            }
            if (parameter.path("required").asBoolean() || values.chance(0.15)) {
                query.put(name, values.chance(0.8) ? text(parameter, name) : values.hostile());
            }
        }
        if (values.chance(0.02)) {
            query.put(values.hostile(), values.hostile());
        }
        return query;
    }

    private String text(JsonNode parameter, String name) {
        var value = values.valid(parameter.path("schema"), name, 0);
        if (!value.isArray()) {
            return value.asText();
        }
        var texts = new StringBuilder();
        value.forEach(each -> texts.append(texts.isEmpty() ? "" : ",").append(each.asText()));
        return texts.toString();
    }

    private Map<String, String> headers(Operation operation) {
        var headers = new LinkedHashMap<String, String>();
        var role = values.chance(0.9) ? operation.role() : values.any(List.of("reader", "contributor", "", "wrong"));
        if (keys.containsKey(role)) {
            headers.put("X-API-Key", keys.get(role));
        }
        for (var parameter : operation.parameters("header")) {
            var name = parameter.path("name").asText();
            if (name.equals("If-Match") && values.chance(0.8)) {
                headers.put(name, values.chance(0.9) ? "*" : "\"1.u5Yhv3pkBRCoDQvcpPkTfg\"");
            } else if (values.chance(0.3) && !name.equals("Content-Type")) {
                headers.put(name, values.chance(0.7) ? header(parameter, name) : printable(values.hostile()));
            }
        }
        if (values.chance(0.05)) {
            headers.put("Accept", values.any(ODD_TYPES));
        }
        if (values.chance(0.05)) {
            headers.put(
                    "Accept-Language",
                    values.any(List.of("de", "ja;q=0.5, fr", "*", "xx-YY-ZZ", ";;;", "en-".repeat(300))));
        }
        if (values.chance(0.05)) {
            headers.put(
                    "If-None-Match",
                    values.any(List.of("*", "\"a\"", "W/\"a\", \"b\"", "a", "\"" + "x".repeat(5_000) + "\"")));
        }
        if (!operation.bodies().isEmpty() && values.chance(0.03)) {
            headers.put("Content-Type", values.any(ODD_TYPES));
        }
        return headers;
    }

    private String header(JsonNode parameter, String name) {
        return name.equals("Content-Encoding") ? "identity" : printable(text(parameter, name));
    }

    /** A header takes no control characters; sending those is not possible here. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?").strip();
    }

    private byte[] body(Operation operation) {
        var bodies = operation.bodies();
        if (bodies.isEmpty() || values.chance(0.01)) {
            return new byte[0];
        }
        if (operation.id().equals("importLines")) {
            return lines();
        }
        var value = values.valid(bodies.values().iterator().next(), "", 0);
        return broken(values.chance(0.4) ? values.spoiled(value).toString() : value.toString());
    }

    /** The same text, seldom damaged. */
    private byte[] broken(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (values.chance(0.96) || bytes.length == 0) {
            return bytes;
        }
        return switch (values.below(5)) {
            case 0 -> text.substring(0, values.below(text.length())).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> (text + text).getBytes(StandardCharsets.UTF_8);
            default -> {
                bytes[values.below(bytes.length)] = (byte) 0xff;
                yield bytes;
            }
        };
    }

    private byte[] lines() {
        var lines = new StringBuilder();
        for (int i = values.below(8); i >= 0; i--) {
            var type = values.any(
                    List.of("Brand", "Model", "Collaborator", "Collaboration", "Colorway", "Release", "Source"));
            var line = values.valid(contract.schema("New" + type), "", 0);
            if (values.chance(0.3)) {
                line = values.spoiled(line);
            }
            if (line instanceof ObjectNode object && values.chance(0.98)) {
                object.put("type", type.toLowerCase(java.util.Locale.ROOT));
            }
            lines.append(line).append('\n');
        }
        return broken(lines.toString());
    }
}
