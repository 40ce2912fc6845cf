package dev.solecast.exchange.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.exchange.format.LineWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that an export shows one moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SnapshotTest {

    @Inject
    Fixtures shoes;

    @Inject
    Export export;

    @Inject
    EntityManager database;

    @Test
    void whatIsWrittenMeanwhileIsInTheLogAfterItsPlace() {
        var lines = new ArrayList<ObjectNode>();
        var place = new long[1];
        export.write(ExportScope.ALL, false, reached -> {
            place[0] = reached.sequence();
            return new Taker() {
                @Override
                public void write(ObjectNode line) {
                    if (lines.isEmpty()) {
                        QuarkusTransaction.requiringNew().run(() -> shoes.brand("hi-tec", "Hi-Tec"));
                    }
                    lines.add(line);
                }
            };
        });
        assertThat(lines).noneMatch(line -> line.path("slug").asText().equals("hi-tec"));
        assertThat(created(place[0], Long.MAX_VALUE)).contains("hi-tec");
    }

    @Test
    void exportsHoldWholeTransactionsAndExactlyWhatTheLogTellsUpToTheirPlace() {
        var done = new AtomicBoolean();
        var writer = CompletableFuture.runAsync(() -> {
            for (int each = 0; !done.get(); each++) {
                var slug = "gola-" + each;
                QuarkusTransaction.requiringNew().run(() -> {
                    shoes.brand(slug, "Gola");
                    shoes.model(slug, slug, "Harrier");
                    shoes.release(slug, slug);
                });
            }
        });
        var counts = new TreeSet<Integer>();
        try {
            for (int each = 0; each < 100 && counts.size() < 5; each++) {
                var told = ExportedLines.of("all");
                var brands = slugs(told, "brand");
                assertThat(slugs(told, "model")).isEqualTo(brands);
                assertThat(slugs(told, "release")).isEqualTo(brands);
                assertThat(gola(created(0, told.place()))).isEqualTo(brands);
                counts.add(brands.size());
            }
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(counts).as("the writer wrote meanwhile").hasSizeGreaterThan(1);
    }

    /** Other tests look at whole lists. */
    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
            for (var table : List.of("release", "colorway", "model", "collaborator", "brand")) {
                database.createNativeQuery("update " + table
                                + " set deleted_at = now() where slug ~ '^gola-[0-9]+$' and deleted_at is null")
                        .executeUpdate();
            }
        });
    }

    private abstract static class Taker implements LineWriter {
        @Override
        public void end() {}
    }

    private static Set<String> slugs(ExportedLines told, String type) {
        return gola(told.lines().stream()
                .filter(line -> line.path("type").asText().equals(type))
                .map(line -> line.path("slug").asText())
                .collect(Collectors.toSet()));
    }

    private static Set<String> gola(Set<String> slugs) {
        return slugs.stream().filter(slug -> slug.startsWith("gola-")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The slugs of entries created after one place and up to another. */
    private static Set<String> created(long after, long upTo) {
        var slugs = new HashSet<String>();
        var next = "/v1/changes?kind=created&limit=1000&after=" + after;
        while (next != null) {
            var page = ExportedLines.read(given().get(next).asString());
            for (JsonNode change : page.path("items")) {
                if (change.path("place").asLong() <= upTo) {
                    slugs.add(change.path("slug").asText());
                }
            }
            next = page.path("upToDate").asBoolean() ? null : page.path("next").asText();
        }
        return slugs;
    }
}
