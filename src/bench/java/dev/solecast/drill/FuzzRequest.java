package dev.solecast.drill;

import dev.solecast.drill.FuzzContract.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request that a fuzzer has made up.
 *
 * @param path from the root, encoded
 * @param query not encoded
 * @param body empty for none
 */
record FuzzRequest(
        Operation operation, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    HttpRequest to(URI service) {
        var request = HttpRequest.newBuilder(URI.create("http://" + service.getRawAuthority() + address()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private String address() {
        return path
                + (query.isEmpty()
                        ? ""
                        : query.entrySet().stream()
                                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&", "?", "")));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    FuzzRequest without(String parameter) {
        var fewer = new LinkedHashMap<>(query);
        fewer.remove(parameter);
        return new FuzzRequest(operation, path, fewer, headers, body);
    }

    FuzzRequest withoutHeader(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new FuzzRequest(operation, path, query, fewer, body);
    }

    /** As a person would repeat it. */
    @Override
    public String toString() {
        var sent = new String(body, StandardCharsets.UTF_8);
        return operation.method() + " " + cut(address(), 400)
                + headers.entrySet().stream()
                        .filter(each -> !each.getKey().equals("X-API-Key"))
                        .map(each -> " " + each.getKey() + ": " + cut(each.getValue(), 80))
                        .collect(Collectors.joining())
                + (sent.isEmpty() ? "" : " " + cut(sent, 600));
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + ")";
    }
}
