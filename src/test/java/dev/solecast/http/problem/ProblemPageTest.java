package dev.solecast.http.problem;

import static dev.solecast.http.HttpCaller.get;
import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProblemPageTest {

    @Test
    void everyCodeIsExplained() throws Exception {
        var page = page("/docs/problems");
        assertThat(ProblemCode.values())
                .allSatisfy(code -> assertThat(page)
                        .contains(
                                "id=\"" + code.wireName() + "\"",
                                String.valueOf(code.status()),
                                code.title(),
                                code.cure()));
    }

    @Test
    void typeOfAProblemLeadsToItsExplanation() throws Exception {
        var type = json(get("/v1/releases?limit=0")).path("type").asText().split("#");
        assertThat(page(type[0])).contains("id=\"" + type[1] + "\"");
    }

    @Test
    void pagesForPeopleAreServed() throws Exception {
        assertThat(page("/docs/")).contains("swagger-ui", "/docs.js");
    }

    private static String page(String address) throws Exception {
        var answer = get(address, "Accept", "text/html,*/*;q=0.8");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
