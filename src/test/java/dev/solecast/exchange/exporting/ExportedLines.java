package dev.solecast.exchange.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;

/** An export, read line by line. */
public record ExportedLines(Response answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static ExportedLines of(String scope) {
        var answer = given().get("/v1/exports/" + scope);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new ExportedLines(answer);
    }

    public List<ObjectNode> lines() {
        return answer.asString().lines().map(ExportedLines::read).toList();
    }

    /** The line of this entry. */
    ObjectNode line(String type, String slug) {
        return lines().stream()
                .filter(line -> line.path("type").asText().equals(type))
                .filter(line -> line.path("slug").asText().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + type + " " + slug));
    }

    /** The lines of the rumors about a release. */
    List<ObjectNode> rumors(String release) {
        return lines().stream()
                .filter(line -> line.path("type").asText().equals("rumor"))
                .filter(line -> line.path("release").asText().equals(release))
                .toList();
    }

    /** The fields of a line that have a value. */
    static ObjectNode withValues(ObjectNode line) {
        ObjectNode copy = line.deepCopy();
        copy.properties()
                .removeIf(field -> field.getValue().isNull()
                        || (field.getValue().isArray() && field.getValue().isEmpty()));
        return copy;
    }

    long place() {
        return Long.parseLong(answer.header("Solecast-Place"));
    }

    static ObjectNode read(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
