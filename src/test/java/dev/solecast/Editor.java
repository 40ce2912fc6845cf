package dev.solecast;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Calls the HTTP API with an editor's key. Addresses are absolute, such as {@code /v1/brands}; bodies are JSON. */
public final class Editor {

    private Editor() {}

    /** A request with the editor's key and nothing else. */
    public static RequestSpecification editor() {
        return given().header(TestKeys.EDITOR);
    }

    public static Response post(String address, String body) {
        return editor().contentType("application/json").body(body).post(address);
    }

    /**
     * Replaces an entry.
     *
     * @param tag for If-Match; {@code *} for any version
     */
    public static Response put(String address, String tag, String body) {
        return editor().contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .put(address);
    }

    /** Patches the present version of an entry, which is read first. */
    public static Response patch(String address, String body) {
        return patch(address, tag(address), body);
    }

    /**
     * Patches an entry.
     *
     * @param tag for If-Match; {@code *} for any version
     */
    public static Response patch(String address, String tag, String body) {
        return editor().contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(body)
                .patch(address);
    }

    /** Deletes an entry, whatever its version. */
    public static Response delete(String address) {
        return editor().header("If-Match", "*").delete(address);
    }

    /** Imports a file of JSON lines. */
    public static Response importLines(String lines) {
        return importLines("", lines);
    }

    /**
     * Imports a file of JSON lines.
     *
     * @param query such as {@code ?atomic=true}, or empty
     */
    public static Response importLines(String query, String lines) {
        return editor().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports" + query);
    }

    /** The entity tag of an address as anybody sees it. */
    public static String tag(String address) {
        return get(address).header("ETag");
    }

    /** The JSON at an address as anybody sees it. */
    public static JsonPath json(String address) {
        return get(address).then().statusCode(200).extract().jsonPath();
    }

    /** The sequence number of the last change in the log. */
    public static long last() {
        var changes = json("/v1/changes?limit=1000");
        while (!changes.getBoolean("upToDate")) {
            changes = json(changes.getString("next"));
        }
        return Long.parseLong(changes.getString("next").replaceAll(".*after=(\\d+).*", "$1"));
    }
}
