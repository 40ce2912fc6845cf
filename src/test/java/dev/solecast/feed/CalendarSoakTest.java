package dev.solecast.feed;

import static dev.solecast.Field.launch;
import static dev.solecast.Field.region;
import static dev.solecast.feed.Subscriber.calendar;
import static dev.solecast.feed.Subscriber.events;
import static dev.solecast.feed.Subscriber.fetch;
import static dev.solecast.feed.Subscriber.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.edit.StatusChanging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar read by ical.js, as a second library, and one with 10,000 events. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Tag("soak")
class CalendarSoakTest {

    private static final String LIBRARY = "ical.js@2.2.1";
    private static final int MANY = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Fixtures fixtures;

    @Inject
    StatusChanging statuses;

    @Inject
    EntityManager database;

    @TempDir
    Path folder;

    @Test
    void icalJsReadsWhatIcal4jReads() throws Exception {
        addReleasesOfEveryKind();
        var address = "/v1/calendar.ics?brand=kswiss&vague=end";
        var file = Files.write(folder.resolve("calendar.ics"), fetch(address).asByteArray());
        var expected = new LinkedHashMap<String, JsonNode>();
        events(calendar(address)).forEach((slug, event) -> expected.put(slug, expected(slug, event)));
        assertThat(expected).hasSize(10);
        assertThat(readByIcalJs(file)).isEqualTo(expected);
    }

    /** The event as ical.js should read it; its start is the day of the event, or the launch instant from the API. */
    private JsonNode expected(String slug, VEvent event) {
        var release = fetch("/v1/releases/" + slug).jsonPath();
        var launch = release.getString("launch.instant");
        return JSON.createObjectNode()
                .put("uid", value(event, "UID"))
                .put("sequence", Integer.parseInt(value(event, "SEQUENCE")))
                .put("status", value(event, "STATUS"))
                .put("summary", value(event, "SUMMARY"))
                .put("description", value(event, "DESCRIPTION"))
                .put("location", value(event, "LOCATION"))
                .put("url", value(event, "URL"))
                .put("start", launch == null ? day(value(event, "DTSTART")) : launch.replace("Z", ".000Z"))
                .put("end", day(value(event, "DTEND")));
    }

    private static String day(String basic) {
        return basic.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)$", "$1-$2-$3");
    }

    private void addReleasesOfEveryKind() {
        fixtures.brand("kswiss", "K-Swiss");
        fixtures.source("kswiss-press", "brand");
        fixtures.model("kswiss-classic", "kswiss", "Classic");
        fixtures.modelFromBefore("kswiss-hostile", "kswiss", "a, b; c\\d \"e\" \u202e日本👟日本👟日本👟日本👟日本👟日本👟日本👟日本👟");
        addRelease("kswiss-day", "kswiss-classic", "2027-03-06");
        addRelease("kswiss-month", "kswiss-classic", "2027-02");
        addRelease("kswiss-year", "kswiss-classic", "2028?");
        addRelease("kswiss-overdue", "kswiss-classic", "2026-09");
        addRelease("kswiss-strange", "kswiss-hostile", "2027-03-30/2027-04-02");
        addRelease("kswiss-cancelled", "kswiss-classic", "2027-03");
        addLaunch("kswiss-new-york", "2027-03-13T10:00:00", "America/New_York");
        addLaunch("kswiss-berlin-summer", "2027-07-01T00:00:00", "Europe/Berlin");
        addLaunch("kswiss-berlin-winter", "2029-01-10T23:59:59", "Europe/Berlin");
        addLaunch("kswiss-lord-howe", "2027-04-03T09:30:00", "Australia/Lord_Howe");
        statuses.change(
                new Slug("kswiss-cancelled"), new NewStatus(ReleaseStatus.CANCELLED, null, null, "Line 1\nline 2"));
    }

    private void addRelease(String slug, String model, String window) {
        fixtures.release(slug, model);
        fixtures.claim(slug, "kswiss-press", "official", window);
    }

    private void addLaunch(String slug, String at, String zone) {
        fixtures.release(slug, "kswiss-classic", region("DE"), launch(at, zone));
    }

    private Map<String, JsonNode> readByIcalJs(Path calendar) throws Exception {
        Files.copy(Path.of("src/test/resources/calendar/read.mjs"), folder.resolve("read.mjs"));
        run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder.toString(), LIBRARY);
        var events = new LinkedHashMap<String, JsonNode>();
        for (var line : run("node", "read.mjs", calendar.toString()).lines().toList()) {
            var event = JSON.readTree(line);
            events.put(event.path("url").asText().replaceFirst(".*/releases/", ""), event);
        }
        return events;
    }

    private String run(String... command) throws InterruptedException, IOException {
        var errors = folder.resolve("errors.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("This test needs " + command[0] + ": install Node.js 20 or later.", e);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + said + Files.readString(errors))
                .isZero();
        return said;
    }

    @Test
    void tenThousandReleasesAreOneCalendar() throws Exception {
        fixtures.brand("etonic-golf", "Etonic Golf");
        fixtures.model("etonic-birdie", "etonic-golf", "Birdie");
        fixtures.source("etonic-golfer", "community");
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
            database.createNativeQuery("""
                            with made as (
                                insert into release
                                    (slug, model_id, region, status, date_edtf, created_at, updated_at)
                                select 'etonic-birdie-' || i, m.id, 'WW', 'rumored',
                                    '2027-03-' || to_char(1 + i % 28, 'FM00'),
                                    timestamptz '2026-11-22 06:00Z', timestamptz '2026-11-22 06:00Z'
                                from generate_series(1, :many) i, model m where m.slug = 'etonic-birdie'
                                returning id)
                            insert into rumor
                                (release_id, source_id, kind, said_on, recorded_at, recorded_by, window_edtf)
                            select made.id, s.id, 'report', '2026-11-02', timestamptz '2026-11-22 06:00Z',
                                'a test', '2027-03'
                            from made, source s where s.slug = 'etonic-golfer'
                            """).setParameter("many", MANY).executeUpdate();
        });
        var events = events(calendar("/v1/calendar.ics?brand=etonic-golf"));
        assertThat(events).hasSize(MANY);
        assertThat(value(events.get("etonic-birdie-10000"), "DTSTART")).isEqualTo("20270305");
        var packed = fetch("/v1/calendar.ics?brand=etonic-golf", "Accept-Encoding", "gzip");
        var whole = fetch("/v1/calendar.ics?brand=etonic-golf");
        assertThat(packed.asByteArray().length).isLessThan(whole.asByteArray().length / 5);
        fetch("/v1/calendar.ics?brand=etonic-golf", "If-None-Match", whole.header("ETag"))
                .then()
                .statusCode(304);
        System.out.printf(
                "10,000 releases: %,d bytes, %,d compressed, %,d ms; not modified after %,d ms%n",
                whole.asByteArray().length,
                packed.asByteArray().length,
                whole.time(),
                fetch("/v1/calendar.ics?brand=etonic-golf", "If-None-Match", whole.header("ETag"))
                        .time());
    }
}
