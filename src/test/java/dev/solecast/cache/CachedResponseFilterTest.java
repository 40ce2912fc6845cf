package dev.solecast.cache;

import static dev.solecast.http.HttpCaller.call;
import static dev.solecast.http.HttpCaller.get;
import static dev.solecast.http.HttpCaller.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cached response equals the computed one, and each caller gets the variant for its own headers. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CachedResponseFilterTest {

    private static final int CALLERS = 8;

    @Inject
    EntityManagerFactory hibernate;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/releases?model=new-balance-1000&limit=2",
                "/v1/releases/upcoming?limit=3",
                "/v1/brands/nike",
                "/v1/search?q=aime%20leon%20dor",
                "/v1/sources/teddy-santis"
            })
    void keptAnswerHasTheHeadersAndTheBodyOfTheOneThatWasMade(String address) throws Exception {
        var languages = List.of("en", "de");
        for (var method : List.of("GET", "HEAD")) {
            for (var language : languages) {
                for (var encoding : List.of("identity", "gzip")) {
                    // A header of a value that was never sent, so that the response is not cached yet.
                    var accept = "application/json;" + method;
                    var headers = new String[] {
                        "Accept-Language",
                        language,
                        "Accept-Encoding",
                        encoding,
                        "Accept",
                        accept,
                        "Origin",
                        "https://kith.example"
                    };
                    var before = cacheHits();
                    var computed = call(method, address, headers);
                    assertThat(computed.statusCode()).isEqualTo(200);
                    assertThat(cacheHits()).as("it was computed").isEqualTo(before);
                    var cached = call(method, address, headers);
                    assertThat(cacheHits()).as("it was cached").isEqualTo(before + 1);
                    assertThat(comparableHeaders(cached)).isEqualTo(comparableHeaders(computed));
                    assertThat(cached.body()).isEqualTo(computed.body());
                }
            }
        }
    }

    @Test
    void whoHasTheAnswerIsToldSoInTheSameWay() throws Exception {
        var address = "/v1/releases?model=new-balance-1000&limit=4";
        var tag = header(get(address, "Accept", "application/json;n=1"), "ETag");
        var computed = get(address, "Accept", "application/json;n=2", "If-None-Match", tag);
        var cached = get(address, "Accept", "application/json;n=2", "If-None-Match", tag);
        assertThat(computed.statusCode()).isEqualTo(304);
        assertThat(cached.statusCode()).isEqualTo(304);
        assertThat(comparableHeaders(cached)).isEqualTo(comparableHeaders(computed));
        assertThat(get(address, "Accept", "application/json;n=2").body()).isNotEmpty();
    }

    @Test
    void nobodyGetsTheAnswerOfAnother() throws Exception {
        var address = "/v1/releases?model=new-balance-1000&limit=5";
        for (int i = 0; i < 2; i++) {
            assertThat(get(address, "Accept", "text/csv").statusCode()).isEqualTo(406);
            assertThat(header(get(address), "Content-Encoding")).isEmpty();
            assertThat(header(get(address, "Accept-Encoding", "gzip"), "Content-Encoding"))
                    .isEqualTo("gzip");
            assertThat(header(get(address, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                    .isEmpty();
            assertThat(header(get(address, "Accept-Language", "de"), "Content-Language"))
                    .isEqualTo("de");
            assertThat(header(get(address, "Accept-Language", "xx", "Accept-Language", "fr"), "Content-Language"))
                    .isEqualTo("fr");
            assertThat(header(get(address), "Access-Control-Allow-Origin")).isEmpty();
            for (var origin : List.of("https://one.example", "https://two.example")) {
                assertThat(header(get(address, "Origin", origin), "Access-Control-Allow-Origin"))
                        .isEqualTo(origin);
            }
            assertThat(header(get(address, "X-Request-Id", "mine-" + i), "X-Request-Id"))
                    .isEqualTo("mine-" + i);
            assertThat(get(address, "X-API-Key", TestKeys.EDITOR.getValue()).body())
                    .isEqualTo(get(address).body());
            assertThat(get(address, "X-API-Key", TestKeys.REVOKED.getValue()).statusCode())
                    .isEqualTo(401);
            assertThat(get(address, "X-API-Key", TestKeys.EDITOR.getValue(), "Origin", "https://one.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(address + "&colour=pink").statusCode()).isEqualTo(400);
            assertThat(get(address, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
            assertThat(get("/v1/releases/no-such-release").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void thoseWhoAskTheSameAtOnceWaitForOneAnswer() throws Exception {
        var statementsOfOne = statementsOf("/v1/releases?model=new-balance-1000&asOf=2026-11-01&limit=11");
        var before = statements();
        var answers = whileReleasesAreLocked(
                "/v1/releases?model=new-balance-1000&asOf=2026-11-01&limit=12", asked -> isWaitedForReleases());
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> header(answer, "ETag"))
                .containsOnly(header(answers.getFirst(), "ETag"));
        assertThat(statements() - before).isLessThan(2 * statementsOfOne);
    }

    @Test
    void failureOfASharedAnswerIsToldInTimeAndNotKept() throws Exception {
        var address = "/v1/releases?model=new-balance-1000&limit=13";
        var answers = whileReleasesAreLocked(address, asked -> asked.stream().allMatch(Future::isDone));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    private interface Condition {
        boolean holds(List<Future<HttpResponse<byte[]>>> asked) throws Exception;
    }

    private List<HttpResponse<byte[]>> whileReleasesAreLocked(String address, Condition untilThen) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table release");
            var sending = new CountDownLatch(CALLERS);
            var asked = Stream.generate(() -> callers.submit(() -> {
                        sending.countDown();
                        return get(address);
                    }))
                    .limit(CALLERS)
                    .toList();
            sending.await();
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!untilThen.holds(asked)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            other.rollback();
            var answers = new ArrayList<HttpResponse<byte[]>>();
            for (var answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** All headers except those that differ between two equal requests. */
    private static TreeMap<String, List<String>> comparableHeaders(HttpResponse<?> answer) {
        var comparableHeaders = new TreeMap<String, List<String>>();
        answer.headers().map().forEach((name, values) -> comparableHeaders.put(name.toLowerCase(Locale.ROOT), values));
        comparableHeaders.remove("x-request-id");
        return comparableHeaders;
    }

    private double cacheHits() {
        return meters.counter("solecast.answers", "from", "memory").count();
    }

    private boolean isWaitedForReleases() throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery("""
                        select from pg_locks where relation = 'release'::regclass and not granted""")) {
            return found.next();
        }
    }

    private long statementsOf(String address) throws Exception {
        var before = statements();
        assertThat(get(address).statusCode()).isEqualTo(200);
        return statements() - before;
    }

    private long statements() {
        return hibernate.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
