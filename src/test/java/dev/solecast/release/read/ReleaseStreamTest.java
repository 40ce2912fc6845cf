package dev.solecast.release.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A stream of releases is complete and ordered, and holds no transaction. */
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
        read(release -> slugs.add(release.slug()));
        assertThat(slugs).hasSize(MANY).doesNotHaveDuplicates().startsWith("lotto-signature-1", "lotto-signature-2");
    }

    @Test
    void noTransactionWaitsForTheReader() {
        read(release -> assertThat(QuarkusTransaction.isActive()).isFalse());
    }

    /** An editor does not wait for a reader, and what changes meanwhile is shown as it is when its turn comes. */
    @Test
    void changeMeanwhileNeitherRepeatsNorLeavesOutAnyRelease() {
        var dates = new ArrayList<String>();
        read(release -> {
            if (dates.isEmpty()) {
                setDate("2027-04");
            }
            dates.add(Objects.requireNonNull(release.date()).edtf());
        });
        assertThat(dates).hasSize(MANY).startsWith("2027-03").endsWith("2027-04");
        setDate("2027-03");
    }

    @Test
    void whatHappenedLongAgoIsLeftOutWhenItIsAskedFor() {
        var old = LocalDate.parse("2027-04-01");
        var slugs = new ArrayList<String>();
        setStatus("cancelled", "lotto-signature-7");
        read(old, release -> slugs.add(release.slug()));
        assertThat(slugs).hasSize(MANY - 1).doesNotContain("lotto-signature-7");
        setStatus("rumored", "lotto-signature-7");
    }

    private void setStatus(String status, String slug) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update release set status = :status, status_reason = 'So it says' where slug = :slug")
                        .setParameter("status", status)
                        .setParameter("slug", slug)
                        .executeUpdate());
    }

    private void setDate(String edtf) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update release set date_edtf = :edtf where slug like 'lotto-signature-%'")
                        .setParameter("edtf", edtf)
                        .executeUpdate());
    }

    private void read(Consumer<DatedRelease> consumer) {
        read(null, consumer);
    }

    private void read(@Nullable LocalDate since, Consumer<DatedRelease> consumer) {
        releases.read(ofLotto(), since, 31, TODAY, new ReleaseStream.Reader() {
            @Override
            public void begin(List<ReleaseQueries.LaunchZone> zones) {
                assertThat(zones).isEmpty();
            }

            @Override
            public void next(DatedRelease release) {
                consumer.accept(release);
            }
        });
    }

    private static ReleaseFilter ofLotto() {
        return new ReleaseFilter(
                List.of(),
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
