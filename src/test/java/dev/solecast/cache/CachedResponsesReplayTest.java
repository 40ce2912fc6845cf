package dev.solecast.cache;

import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.region;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Editor;
import dev.solecast.Fixtures;
import dev.solecast.MovableClock;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.release.derived.ForecastJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response from the cache equals the one that would be computed, whatever was written before. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(MovableClock.Profile.class)
class CachedResponsesReplayTest {

    private static final int STEPS = 600;

    @Inject
    Fixtures fixtures;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    ForecastJobs jobs;

    @Inject
    MeterRegistry meters;

    @Inject
    EmptyFragmentCache fragments;

    private final HttpClient client = HttpClient.newHttpClient();
    private int requests;
    private int cached;

    @Test
    void whateverIsWrittenEveryAnswerIsTheOneThatWouldBeMadeAnew() throws Exception {
        replay(7, STEPS);
    }

    @ParameterizedTest
    @CsvSource({"7, 3000", "11, 12000", "12, 12000", "13, 12000"})
    @Tag("soak")
    void whateverIsWrittenForLongEveryAnswerIsTheOneThatWouldBeMadeAnew(long seed, int steps) throws Exception {
        replay(seed, steps);
    }

    private void replay(long seed, int steps) throws Exception {
        var random = new Random(seed);
        var editor = new RandomEditor(service(), TestKeys.EDITOR.getValue(), random);
        var reader = new RandomReader(editor, random);
        requests = 0;
        cached = 0;
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(40)) {
                case 0 -> MovableClock.advance(clock, Duration.ofMinutes(random.nextInt(600)));
                case 1 -> jobs.runQueued();
                case 2, 3, 4, 5 -> {
                    MovableClock.advance(clock, Duration.ofSeconds(1));
                    editor.act();
                }
                default -> compare(reader, step);
            }
        }
        assertThat(cached).isGreaterThan(requests / 4);
        assertThat(editor.written()).isGreaterThan(steps / 20);
    }

    @Test
    void writeAboutAnotherBrandLeavesAnAnswerKept() throws Exception {
        addRelease("mizuno-1906");
        addRelease("patrick-1892");
        var list = "/v1/releases/upcoming?brand=mizuno-1906";
        var models = "/v1/models?brand=mizuno-1906";
        var brand = "/v1/brands/mizuno-1906";
        var detail = "/v1/releases/mizuno-1906-harrier-white";
        for (var address : List.of(list, models, brand, detail)) {
            awaitCached(address);
        }

        fixtures.claim("patrick-1892-harrier-white", "patrick-1892-itself", "official", "2027-05");
        fixtures.release("patrick-1892-harrier-red", "patrick-1892-harrier");
        for (var address : List.of(list, models, brand, detail)) {
            assertThat(isCached(address))
                    .as(address + " after a write about another brand")
                    .isTrue();
        }

        fixtures.release("mizuno-1906-harrier-red", "mizuno-1906-harrier");
        assertThat(isCached(list)).isFalse();
        for (var address : List.of(models, brand, detail)) {
            assertThat(isCached(address)).as(address + " after a new release").isTrue();
        }
        fixtures.claim("mizuno-1906-harrier-white", "mizuno-1906-itself", "official", "2027-05");
        assertThat(isCached(detail)).isFalse();
        assertThat(isCached(models)).isTrue();
        fixtures.model("mizuno-1906-quota", "mizuno-1906", "Quota");
        assertThat(isCached(models)).isFalse();
    }

    @Test
    void whatFollowsFromAWriteIsForgottenToo() throws Exception {
        addRelease("karrimor-1946");
        fixtures.colorway("karrimor-1946-moss", "karrimor-1946-harrier", colors("moss"));
        fixtures.release("karrimor-1946-moss", "karrimor-1946-harrier", colorway("karrimor-1946-moss"));
        var colorway = "/v1/colorways/karrimor-1946-moss";
        awaitCached(colorway);
        fixtures.claim("karrimor-1946-moss", "karrimor-1946-itself", "teaser", "2027-04");
        assertThat(isCached(colorway)).as("with its strongest rumor").isFalse();
    }

    @Test
    void rumorAboutWhatAListDoesNotShowLeavesItKeptUnlessItAsksForRumors() throws Exception {
        addRelease("tretorn-1891");
        // A page reads one release more than it shows, to know whether another follows.
        fixtures.release("tretorn-1891-harrier-blue", "tretorn-1891-harrier");
        fixtures.claim("tretorn-1891-harrier-blue", "tretorn-1891-itself", "report", "2028-04");
        fixtures.release("tretorn-1891-harrier-red", "tretorn-1891-harrier", region("EU"));
        fixtures.claim("tretorn-1891-harrier-red", "tretorn-1891-itself", "official", "2029-04");
        var regardless = List.of(
                "/v1/releases?limit=1&brand=tretorn-1891&status=rumored&include=total",
                "/v1/releases/upcoming?limit=1&brand=tretorn-1891&group=dated&tz=Asia/Tokyo",
                "/v1/releases/upcoming?limit=1&region=WW");
        var weighing = List.of(
                "/v1/releases?limit=1&sort=-updated",
                "/v1/releases?limit=1&sort=likeliest&brand=tretorn-1891",
                "/v1/releases/upcoming?limit=1&brand=tretorn-1891&strongestRumor=report",
                "/v1/releases/upcoming?limit=1&updatedSince=2020-01-01T00:00:00Z",
                "/v1/releases/upcoming?limit=1&source=tretorn-1891-itself",
                "/v1/releases/upcoming?limit=1&minConfidence=0",
                "/v1/releases/upcoming?limit=1&from=2027-01-01&match=likely",
                "/v1/releases?limit=1&stage=teased");
        for (var address : Stream.concat(regardless.stream(), weighing.stream()).toList()) {
            awaitCached(address);
        }
        fixtures.claim("tretorn-1891-harrier-red", "tretorn-1891-itself", "sighting", "2029-05");
        for (var address : regardless) {
            assertThat(isCached(address)).as(address).isTrue();
        }
        for (var address : weighing) {
            assertThat(isCached(address)).as(address).isFalse();
        }
    }

    @Test
    void listForgetsWhatHasLeftItUnseen() throws Exception {
        addRelease("hitec-1974");
        fixtures.brand("hitec-1974-sport", "Hi-Tec Sport");
        fixtures.release("hitec-1974-shown", "hitec-1974-harrier");
        fixtures.model("hitec-1974-squash", "hitec-1974", "Squash");
        fixtures.release("hitec-1974-unseen", "hitec-1974-squash");
        var list = "/v1/releases?brand=hitec-1974&limit=1&include=total";
        awaitCached(list);
        patch("/v1/models/hitec-1974-squash", "{\"brand\": \"hitec-1974-sport\"}");
        assertThat(isCached(list)).isFalse();
    }

    @Test
    void whoIsRenamedIsCalledSoAtOnceInAnswersNobodyHasAskedForBefore() throws Exception {
        addRelease("kalenji-2004");
        fixtures.collaborator("kalenji-2004-club", "Club Kalenji");
        fixtures.collaboration("kalenji-2004-friends", "kalenji-2004-harrier", "kalenji-2004", "kalenji-2004-club");
        fixtures.release("kalenji-2004-friends", "kalenji-2004-harrier", collaboration("kalenji-2004-friends"));
        var address = "/v1/releases/kalenji-2004-friends";
        awaitCached(address);
        awaitCached(address + "?tz=Asia/Tokyo");
        var title = new String[] {"Club Kalenji", "kalenji-2004", "Harrier"};
        var slugs = List.of("collaborators/kalenji-2004-club", "brands/kalenji-2004", "models/kalenji-2004-harrier");
        var zones = List.of("America/Chicago", "Africa/Lagos", "Europe/Paris");
        for (int i = 0; i < slugs.size(); i++) {
            title[i] = title[i] + " II";
            patch("/v1/" + slugs.get(i), "{\"name\": \"" + title[i] + "\"}");
            for (var zone : List.of("", "?tz=" + zones.get(i), "?tz=Asia/Tokyo")) {
                assertThat(given().get(address + zone).jsonPath().getString("title"))
                        .isEqualTo("%s x %s %s", (Object[]) title);
            }
        }
    }

    @Test
    void midnightEndsTheDayThatAnAnswerIsTrueOf() throws Exception {
        addRelease("nokian-1898");
        var tokyo = "/v1/releases/upcoming?brand=nokian-1898&tz=Asia/Tokyo";
        MovableClock.advance(clock, untilMidnightIn(ZoneId.of("Asia/Tokyo")).minusSeconds(1));
        var before = get(tokyo, List.of());
        awaitCached(tokyo);
        MovableClock.advance(clock, Duration.ofSeconds(1));
        assertThat(isCached(tokyo)).isFalse();
        assertThat(get(tokyo, List.of()).body()).isNotEqualTo(before.body());
    }

    @Test
    void nodeThatCannotFollowTheOthersMakesItsAnswersAnew() throws Exception {
        addRelease("kswiss-1966");
        var address = "/v1/brands/kswiss-1966";
        awaitCached(address);
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table change_count in access exclusive mode");
            await(() -> !isCacheHit(address));
            other.rollback();
        }
        await(() -> isCacheHit(address));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Duration untilMidnightIn(ZoneId zone) {
        var now = clock.instant().atZone(zone);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(zone));
    }

    private static void patch(String address, String body) {
        Editor.patch(address, "*", body).then().statusCode(200);
    }

    private void addRelease(String brand) {
        fixtures.brand(brand, brand);
        fixtures.model(brand + "-harrier", brand, "Harrier");
        fixtures.source(brand + "-itself", "brand");
        fixtures.release(brand + "-harrier-white", brand + "-harrier");
        fixtures.claim(brand + "-harrier-white", brand + "-itself", "report", "2027-04");
    }

    /** Repeats a request until it is cached; a node caches nothing while it does not know what other nodes write. */
    private void awaitCached(String address) throws Exception {
        await(() -> isCacheHit(address));
    }

    /**
     * Whether a response is cached. Waits first until the node uses its cache at all, which it does not do while its
     * last poll is too old, as on a slow machine.
     */
    private boolean isCached(String address) throws Exception {
        await(() -> isCacheHit("/v1/brands/new-balance"));
        return isCacheHit(address);
    }

    private boolean isCacheHit(String address) throws Exception {
        var before = cacheHits();
        assertThat(get(address, List.of()).statusCode()).isEqualTo(200);
        return cacheHits() > before;
    }

    private static URI service() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    private void compare(RandomReader reader, int step) throws Exception {
        var question = reader.next();
        var before = cacheHits();
        var answer = get(question.address(), question.headers());
        requests++;
        if (cacheHits() > before) {
            cached++;
            // An Accept header that was never sent, so that the response is computed.
            fragments.forget();
            var headers = Stream.concat(question.headers().stream(), Stream.of("Accept", "application/json;n=" + step));
            var computed = get(question.address(), headers.toList());
            assertThat(comparable(answer)).as("%s at step %d", question, step).isEqualTo(comparable(computed));
        } else if (header(answer, "Link").contains("next")) {
            reader.follow(question, header(answer, "Link").replaceFirst("<(.*)>.*", "$1"));
        }
    }

    private static String comparable(HttpResponse<byte[]> answer) {
        return Stream.of(
                                "ETag",
                                "Cache-Control",
                                "Content-Type",
                                "Content-Language",
                                "Content-Encoding",
                                "Link",
                                "Date")
                        .map(name -> name + ": " + header(answer, name) + "\n")
                        .reduce(answer.statusCode() + "\n", String::concat)
                + new String(answer.body(), ISO_8859_1);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private double cacheHits() {
        return meters.counter("solecast.answers", "from", "memory").count();
    }

    private HttpResponse<byte[]> get(String address, List<String> headers) throws Exception {
        var request = HttpRequest.newBuilder(service().resolve(address)).header("X-Request-Id", "same");
        return client.send(
                (headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new))).build(),
                BodyHandlers.ofByteArray());
    }
}
