package dev.solecast.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The entries as the API shows them, to compare those of a client with. */
final class ServerState {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> TYPES =
            List.of("brand", "model", "collaborator", "collaboration", "colorway", "release", "source");

    private final Map<String, JsonNode> entries = new TreeMap<>();

    /**
     * Reads all lists.
     *
     * @param brand null for everything
     */
    static ServerState read(URI service, String brand) throws Exception {
        var state = new ServerState();
        for (var type : TYPES) {
            var ofBrand =
                    List.of("model", "colorway", "release", "collaboration").contains(type);
            if (brand == null || ofBrand) {
                var next = "/v1/" + type + "s?limit=100" + (brand == null ? "" : "&brand=" + brand);
                while (next != null) {
                    var page = get(service.resolve(next));
                    page.path("items")
                            .forEach(item -> state.entries.put(
                                    type + "/" + item.path("slug").asText(), item));
                    next = page.path("next").isTextual() ? page.path("next").asText() : null;
                }
            }
        }
        return state;
    }

    private static JsonNode get(URI address) throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Asserts that a client has the same entries of these types, each with the same values. */
    void assertSameAs(SyncClient client, Set<String> types) {
        var theirs = new TreeMap<>(client.entries());
        theirs.keySet().removeIf(key -> !types.contains(key.substring(0, key.indexOf('/'))));
        assertThat(theirs.keySet()).isEqualTo(entries.keySet());
        theirs.forEach((key, document) -> document.properties().forEach(field -> {
            var served = entries.get(key).get(field.getKey());
            if (served != null) {
                compare(key + " " + field.getKey(), field.getValue(), served);
            }
        }));
        entries.forEach((key, served) -> {
            assertThat(served.path("date").path("edtf").asText(""))
                    .as(key + " date")
                    .isEqualTo(theirs.get(key).path("date").asText(""));
            assertThat(served.path("category").asText("null"))
                    .as(key + " category")
                    .isEqualTo(theirs.get(key).path("category").asText("null"));
            assertThat(served.path("rumors").path("count").asLong())
                    .as(key + " rumors")
                    .isEqualTo(client.rumorCounts().getOrDefault(key, 0L));
        });
    }

    static Set<String> allTypes() {
        return Set.copyOf(TYPES);
    }

    /** Compares a value; a view has an object where a document has a text, such as a brand with its slug and name. */
    private static void compare(String what, JsonNode document, JsonNode served) {
        if (document.isArray()) {
            assertThat(served).as(what).hasSameSizeAs(document);
            for (var at = 0; at < document.size(); at++) {
                compare(what + " " + at, document.get(at), served.get(at));
            }
        } else if (document.isValueNode()) {
            var plain = served.has("edtf") ? served.get("edtf") : served.has("slug") ? served.get("slug") : served;
            assertThat(plain.asText()).as(what).isEqualTo(document.asText());
        }
    }
}
