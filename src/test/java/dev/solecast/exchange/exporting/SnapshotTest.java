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
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that an export shows one moment and needs few queries and little memory. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SnapshotTest {

    private static final int MANY = 600;

    @Inject
    Fixtures shoes;

    @Inject
    Export export;

    @Inject
    EntityManager database;

    @Inject
    SessionFactory sessions;

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

    @Test
    void manyAreNeitherHeldNorAskedForOneByOne() {
        shoes.brand("bugatti", "Bugatti");
        shoes.collaborator("bugatti-friend", "A friend");
        shoes.model("bugatti-classic", "bugatti", "Classic");
        shoes.collaboration("bugatti-friends", "bugatti-classic", "bugatti", "bugatti-friend");
        shoes.source("bugatti-press", "brand");
        var before = statements();
        fill();
        var held = new HashSet<Integer>();
        var after = statements(held);
        // A chunk of 200 takes 1 query, and 1 per association and batch of 100.
        assertThat(after - before).isLessThan((MANY / 200 + 1) * 40);
        assertThat(held).allSatisfy(entities -> assertThat(entities).isLessThan(1_500));
    }

    /** Adds many entries of each type, with a row per association. */
    private void fill() {
        for (var insert : List.of(
                "insert into brand (slug, name, created_at, updated_at) select 'bugatti-' || i, 'E', now(), now() from generate_series(1, :many) i",
                "insert into collaborator (slug, name, kind, created_at, updated_at) select 'bugatti-' || i, 'E', 'brand', now(), now() from generate_series(1, :many) i",
                "insert into collaborator_partner (collaborator_id, brand_id) select c.id, b.id from collaborator c join brand b using (slug) where slug like 'bugatti-%' and :many > 0",
                "insert into model (slug, name, brand_id, created_at, updated_at) select 'bugatti-' || i, 'E' || i, b.id, now(), now() from generate_series(1, :many) i join brand b on b.slug = 'bugatti-' || i",
                "insert into related_model (model_id, related_id, relation, position) select m.id, o.id, 'variant', 0 from model m, model o where m.slug ~ '^bugatti-[0-9]+$' and o.slug = 'bugatti-' || (1 + cast(substr(m.slug, 9) as int) % :many)",
                "insert into colorway (slug, brand_id, model_id, kind, created_at, updated_at) select m.slug, m.brand_id, m.id, 'general', now(), now() from model m where m.slug ~ '^bugatti-[0-9]+$' and :many > 0",
                "insert into colorway_color (colorway_id, name, position) select id, 'grey', 0 from colorway where slug ~ '^bugatti-[0-9]+$' and :many > 0",
                "insert into release (slug, model_id, colorway_id, region, status, status_reason, created_at, updated_at) select m.slug, m.id, c.id, 'WW', 'confirmed', 'So it says', now(), now() from model m join colorway c using (slug) where m.slug ~ '^bugatti-[0-9]+$' and :many > 0",
                "insert into retailer (release_id, name, method, position) select id, 'Kith', 'online', 0 from release where slug ~ '^bugatti-[0-9]+$' and :many > 0",
                "insert into status_change (release_id, day, status, reason, recorded_at, recorded_by) select id, '2026-11-22', 'confirmed', 'So it says', now(), 'a test' from release where slug ~ '^bugatti-[0-9]+$' and :many > 0",
                "insert into rumor (release_id, source_id, kind, said_on, recorded_at, recorded_by, window_edtf) select r.id, s.id, 'report', '2026-11-02', timestamptz '2026-11-22 06:00Z', 'a test', '2027-03' from release r, source s where r.slug ~ '^bugatti-[0-9]+$' and s.slug = 'bugatti-press' and :many > 0")) {
            QuarkusTransaction.requiringNew().run(() -> {
                database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
                database.createNativeQuery(insert).setParameter("many", MANY).executeUpdate();
            });
        }
    }

    /** Other tests look at whole lists. */
    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
            for (var table : List.of("release", "colorway", "model", "collaborator", "brand")) {
                database.createNativeQuery(
                                "update " + table
                                        + " set deleted_at = now() where slug ~ '^(bugatti|gola)-[0-9]+$' and deleted_at is null")
                        .executeUpdate();
            }
        });
    }

    private long statements() {
        return statements(new HashSet<>());
    }

    private long statements(Set<Integer> held) {
        var statistics = sessions.getStatistics();
        statistics.clear();
        export.write(ExportScope.ALL, false, reached -> new Taker() {
            @Override
            public void write(ObjectNode line) {
                held.add(database.unwrap(Session.class).getStatistics().getEntityCount());
            }
        });
        return statistics.getPrepareStatementCount();
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
