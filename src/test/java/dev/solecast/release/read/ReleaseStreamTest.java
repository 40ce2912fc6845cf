package dev.solecast.release.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A stream of releases is complete, ordered, of one moment, and needs little memory. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseStreamTest {

    private static final int MANY = 1_000;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Inject
    Fixtures fixtures;

    @Inject
    ReleaseStream releases;

    @Inject
    EntityManager database;

    @BeforeAll
    void addReleases() {
        fixtures.brand("lotto", "Lotto");
        fixtures.model("lotto-signature", "lotto", "Signature");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into release (slug, model_id, region, status, date_edtf, created_at, updated_at)
                        select 'lotto-signature-' || i, m.id, 'WW', 'rumored', '2027-03',
                            timestamptz '2026-11-22 06:00Z', timestamptz '2026-11-22 06:00Z'
                        from generate_series(1, :many) i, model m where m.slug = 'lotto-signature'
                        """)
                        .setParameter("many", MANY)
                        .executeUpdate());
    }

    @Test
    void everyOneComesOnceAndInOrder() {
        var slugs = new ArrayList<String>();
        read(release -> slugs.add(release.view().slug()));
        assertThat(slugs).hasSize(MANY).doesNotHaveDuplicates().startsWith("lotto-signature-1", "lotto-signature-2");
    }

    /** No more than a chunk of entities is in memory at a time. */
    @Test
    void fewAreHeldAtATime() {
        var entityCounts = new HashSet<Integer>();
        read(release ->
                entityCounts.add(database.unwrap(Session.class).getStatistics().getEntityCount()));
        assertThat(entityCounts).allSatisfy(entities -> assertThat(entities).isLessThan(250));
    }

    /** An editor does not wait for a reader; writes during a stream are in the next stream only. */
    @Test
    void allAreOfOneMoment() {
        var dates = new ArrayList<String>();
        read(release -> {
            if (dates.isEmpty()) {
                setDate("2027-04");
            }
            dates.add(release.view().date().edtf());
        });
        assertThat(dates).hasSize(MANY).containsOnly("2027-03");
        setDate("2027-03");
    }

    private void setDate(String edtf) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update release set date_edtf = :edtf where slug like 'lotto-signature-%'")
                        .setParameter("edtf", edtf)
                        .executeUpdate());
    }

    private void read(Consumer<ReleaseStream.StreamedRelease> consumer) {
        releases.read(ofLotto(), TODAY, new ReleaseStream.Reader() {
            @Override
            public void begin(List<ReleaseQueries.LaunchZone> zones) {
                assertThat(zones).isEmpty();
            }

            @Override
            public void next(ReleaseStream.StreamedRelease release) {
                consumer.accept(release);
            }
        });
    }

    private static ReleaseFilter ofLotto() {
        return new ReleaseFilter(
                List.of(new Slug("lotto")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
