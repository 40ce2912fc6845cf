package dev.solecast.change;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.json;
import static dev.solecast.Editor.last;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of the log ends where it would be too large to be held in memory. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ChangePageTest {

    private static final int MODELS = 300;
    private static final String QUESTIONS = IntStream.rangeClosed(1, 40)
            .mapToObj(number -> "\"%d. Was the outsole of the G2 ever made of crepe rubber?\"".formatted(number))
            .collect(joining(","));

    @Test
    void largeChangesAreFewerThanTheLimitAndAllAreToldOnce() {
        var page = "/v1/changes?type=model&limit=1000&after=" + last();
        importLines("{\"type\":\"brand\",\"slug\":\"spring-court\",\"name\":\"Spring Court\"}\n"
                        + IntStream.range(0, MODELS)
                                .mapToObj(year -> """
                                {"type":"model","slug":"spring-court-g2-%d","brand":"spring-court","name":"G2 %d",\
                                "openQuestions":[%s]}""".formatted(year, year, QUESTIONS))
                                .collect(joining("\n")))
                .then()
                .statusCode(200)
                .body("refused", equalTo(0));
        var slugs = new ArrayList<String>();
        int pages = 0;
        for (boolean upToDate = false; !upToDate; pages++) {
            var changes = json(page);
            slugs.addAll(changes.getList("items.slug", String.class));
            upToDate = changes.getBoolean("upToDate");
            page = changes.getString("next");
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(slugs)
                .filteredOn(slug -> slug.startsWith("spring-court-"))
                .hasSize(MODELS)
                .doesNotHaveDuplicates();
    }
}
