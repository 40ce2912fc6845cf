package dev.solecast.feed;

import static dev.solecast.Field.launch;
import static dev.solecast.Field.region;
import static dev.solecast.feed.Subscriber.calendar;
import static dev.solecast.feed.Subscriber.events;
import static dev.solecast.feed.Subscriber.fetch;
import static dev.solecast.feed.Subscriber.line;
import static dev.solecast.feed.Subscriber.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.edit.StatusChanging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarTest {

    private static final String CALENDAR = "/v1/calendar.ics?brand=etonic";

    @Inject
    Fixtures fixtures;

    @Inject
    StatusChanging statuses;

    @Inject
    EntityManager database;

    @BeforeAll
    void addReleases() {
        fixtures.brand("etonic", "Etonic");
        fixtures.model("etonic-stable-air", "etonic", "Stable Air");
        fixtures.source("etonic-press", "brand");
        fixtures.source("etonic-watcher", "leaker");
        addRelease("etonic-day", "2027-03-06");
        addRelease("etonic-month", "2027-03");
        addRelease("etonic-weekend", "2027-02-27/2027-03-01");
        addRelease("etonic-quarter", "2027-33");
        addRelease("etonic-open", "2027-03/..");
        addRelease("etonic-late", "2026-10");
        fixtures.release("etonic-undated", "etonic-stable-air");
        fixtures.release(
                "etonic-hour", "etonic-stable-air", region("US"), launch("2027-03-13T10:00:00", "America/New_York"));
        fixtures.claim("etonic-hour", "etonic-press", "official", "2027-03-13");
        changeStatus("etonic-hour", ReleaseStatus.CONFIRMED, null);
    }

    @Test
    void dayIsAnAllDayEventOfThatDay() throws Exception {
        var event = events(calendar(CALENDAR)).get("etonic-day");
        assertThat(line(event, "DTSTART")).isEqualTo("DTSTART;VALUE=DATE:20270306");
        assertThat(line(event, "DTEND")).isEqualTo("DTEND;VALUE=DATE:20270307");
        assertThat(value(event, "SUMMARY")).isEqualTo("Etonic Stable Air (rumored: 6 March 2027)");
        assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(event, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20261122T060000Z");
        assertThat(value(event, "URL")).isEqualTo("http://localhost:" + RestAssured.port + "/releases/etonic-day");
    }

    @Test
    void zoneOfTheReaderMovesNoDay() throws Exception {
        for (var zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            var event = events(calendar(CALENDAR + "&tz=" + zone)).get("etonic-day");
            assertThat(line(event, "DTSTART")).isEqualTo("DTSTART;VALUE=DATE:20270306");
        }
    }

    @Test
    void windowUpToAMonthSpansItsDays() throws Exception {
        var events = events(calendar(CALENDAR));
        assertThat(value(events.get("etonic-month"), "DTSTART")).isEqualTo("20270301");
        assertThat(value(events.get("etonic-month"), "DTEND")).as("exclusive").isEqualTo("20270401");
        assertThat(value(events.get("etonic-weekend"), "DTSTART")).isEqualTo("20270227");
        assertThat(value(events.get("etonic-weekend"), "DTEND")).isEqualTo("20270302");
    }

    @Test
    void vagueWindowIsLeftOutOrStandsOnItsLastDay() throws Exception {
        assertThat(events(calendar(CALENDAR)))
                .containsKeys("etonic-day", "etonic-month", "etonic-weekend", "etonic-late", "etonic-hour")
                .doesNotContainKeys("etonic-quarter", "etonic-open", "etonic-undated");
        var events = events(calendar(CALENDAR + "&vague=end"));
        assertThat(events).containsKey("etonic-quarter").doesNotContainKeys("etonic-open", "etonic-undated");
        assertThat(line(events.get("etonic-quarter"), "DTSTART")).isEqualTo("DTSTART;VALUE=DATE:20270331");
        assertThat(value(events.get("etonic-quarter"), "SUMMARY")).isEqualTo("Etonic Stable Air (rumored: Q1 2027)");
    }

    @Test
    void launchIsALocalTimeWithTheRulesOfItsZone() throws Exception {
        var calendar = calendar(CALENDAR);
        var event = events(calendar).get("etonic-hour");
        assertThat(line(event, "DTSTART")).isEqualTo("DTSTART;TZID=America/New_York:20270313T100000");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo("Etonic Stable Air");
        assertThat(value(event, "LOCATION")).isEqualTo("United States");
        var zone = calendar.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
        assertThat(zone.getTimeZoneId().getValue()).isEqualTo("America/New_York");
        assertThat(zone.toString())
                .as("the clocks go forward on the day after the launch")
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400");
    }

    @Test
    void overdueReleaseStaysWhereItWasAndSaysSo() throws Exception {
        var event = events(calendar(CALENDAR)).get("etonic-late");
        assertThat(value(event, "DTSTART")).isEqualTo("20261001");
        assertThat(value(event, "SUMMARY")).isEqualTo("Etonic Stable Air (overdue: October 2026)");
        assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE");
    }

    @Test
    void descriptionTellsHowSureAndWhoSays() throws Exception {
        assertThat(value(events(calendar(CALENDAR)).get("etonic-month"), "DESCRIPTION"))
                .matches("(?s)rumored: March 2027\nChance that it comes then: \\d+%\n\nWho says so:\n"
                        + "• etonic-watcher, 2 November 2026 \\(report\\): March 2027\n\n"
                        + "http://localhost:\\d+/releases/etonic-month");
    }

    @Test
    void languageOfTheReaderIsSpoken() throws Exception {
        var events = events(calendar(CALENDAR, "Accept-Language", "ja"));
        assertThat(value(events.get("etonic-month"), "SUMMARY")).isEqualTo("Etonic Stable Air (噂：2027年3月)");
        assertThat(value(events.get("etonic-hour"), "LOCATION")).isEqualTo("アメリカ合衆国");
        var answer = fetch(CALENDAR, "Accept-Language", "ja");
        answer.then().header("Content-Language", is("ja"));
        fetch(CALENDAR, "Accept-Language", "ja", "If-None-Match", answer.header("ETag"))
                .then()
                .statusCode(304);
    }

    @Test
    void calendarTellsItsNameAndHowOftenToAsk() throws Exception {
        assertThat(calendar(CALENDAR + "&region=US").toString())
                .contains("\r\nNAME:Solecast: Etonic\\, United States\r\n")
                .contains("\r\nX-WR-CALNAME:Solecast: Etonic\\, United States\r\n")
                .contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
                .contains("\r\nX-PUBLISHED-TTL:PT1H\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model=etonic-stable-air&region=JP,WW          | en | Etonic Stable Air\\, Japan\\, worldwide
            brand=etonic&status=confirmed                 | de | Etonic\\, bestätigt
            release=etonic-day                            | en | Etonic Stable Air
            source=etonic-press&from=2027-01-01           | en | etonic-press\\, 2027-01-01–
            """)
    void calendarIsNamedByWhatPeopleRead(String filter, String language, String name) throws Exception {
        assertThat(calendar("/v1/calendar.ics?" + filter, "Accept-Language", language)
                        .toString())
                .contains("\r\nNAME:Solecast: " + name + "\r\n");
    }

    @Test
    void calendarOfOneReleaseOrOfAListHoldsThemAlone() throws Exception {
        assertThat(events(calendar("/v1/calendar.ics?release=etonic-day"))).containsOnlyKeys("etonic-day");
        assertThat(events(calendar("/v1/calendar.ics?release=etonic-hour,etonic-weekend")))
                .containsOnlyKeys("etonic-hour", "etonic-weekend");
        fetch("/v1/releases?release=etonic-hour,etonic-undated&include=total")
                .then()
                .body("total", is(2));
    }

    /** A release that is still awaited stays, however late it is. */
    @Test
    void whatHappenedMoreThanAYearAgoIsToldOnRequest() throws Exception {
        addRelease("etonic-last-year", "2025-11-22");
        changeStatus("etonic-last-year", ReleaseStatus.RELEASED, LocalDate.parse("2025-11-22"));
        addRelease("etonic-before", "2025-11-21");
        changeStatus("etonic-before", ReleaseStatus.RELEASED, LocalDate.parse("2025-11-21"));
        addRelease("etonic-overdue", "2024-05");
        assertThat(events(calendar(CALENDAR)))
                .containsKeys("etonic-last-year", "etonic-overdue")
                .doesNotContainKey("etonic-before");
        assertThat(events(calendar(CALENDAR + "&from=2000-01-01"))).containsKey("etonic-before");
        assertThat(events(calendar("/v1/calendar.ics?release=etonic-before"))).containsOnlyKeys("etonic-before");
    }

    @Test
    void movedReleaseMovesInTheCalendarsOfItsSubscribers() throws Exception {
        addRelease("etonic-moving", "2027-05-01");
        var before = events(calendar(CALENDAR)).get("etonic-moving");
        fixtures.claim("etonic-moving", "etonic-press", "official", "2027-06-12");
        var after = events(calendar(CALENDAR)).get("etonic-moving");
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID")).endsWith("@solecast");
        assertThat(value(after, "DTSTART")).isEqualTo("20270612");
        assertThat(sequence(after)).isGreaterThan(sequence(before));
        fixtures.rumor("etonic-moving", "etonic-watcher", "speculation");
        assertThat(sequence(events(calendar(CALENDAR)).get("etonic-moving")))
                .as("one more rumor that moves nothing")
                .isEqualTo(sequence(after));
    }

    @Test
    void cancelledReleaseIsCancelledInTheCalendarsOfItsSubscribers() throws Exception {
        addRelease("etonic-doomed", "2027-05-01");
        var before = events(calendar(CALENDAR)).get("etonic-doomed");
        changeStatus("etonic-doomed", ReleaseStatus.CANCELLED, null);
        var after = events(calendar(CALENDAR)).get("etonic-doomed");
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(after, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(after, "DTSTART")).isEqualTo("20270501");
        assertThat(value(after, "SUMMARY")).isEqualTo("Etonic Stable Air (cancelled)");
        assertThat(sequence(after)).isGreaterThan(sequence(before));
    }

    @Test
    void releasedShoeStandsOnTheDayItCame() throws Exception {
        addRelease("etonic-came", "2026-12");
        changeStatus("etonic-came", ReleaseStatus.RELEASED, LocalDate.parse("2026-11-20"));
        var event = events(calendar(CALENDAR)).get("etonic-came");
        assertThat(line(event, "DTSTART")).isEqualTo("DTSTART;VALUE=DATE:20261120");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo("Etonic Stable Air");
    }

    /** A launch is ignored when the date has been moved to another day since. */
    @Test
    void hourOutsideTheDateGivesWayToIt() throws Exception {
        fixtures.release("etonic-slipped", "etonic-stable-air", launch("2027-03-13T10:00:00", "Asia/Tokyo"));
        fixtures.claim("etonic-slipped", "etonic-press", "official", "2027-05-08");
        assertThat(line(events(calendar(CALENDAR)).get("etonic-slipped"), "DTSTART"))
                .isEqualTo("DTSTART;VALUE=DATE:20270508");
    }

    @Test
    void everyFilterOfReleasesNarrowsIt() throws Exception {
        assertThat(events(calendar(CALENDAR + "&region=US&status=confirmed"))).containsKey("etonic-hour");
        assertThat(events(calendar(CALENDAR + "&from=2027-03-06&to=2027-03-06&match=certain&region=WW")))
                .containsOnlyKeys("etonic-day");
        assertThat(events(calendar(CALENDAR + "&color=octarine"))).isEmpty();
        assertThat(events(calendar(CALENDAR + "&asOf=2026-11-10"))).containsKey("etonic-day");
    }

    @Test
    void whatACalendarDoesNotKnowIsRefused() {
        fetch(CALENDAR + "&include=rumors").then().statusCode(400).body("errors[0].field", is("include"));
        fetch(CALENDAR + "&limit=5").then().statusCode(400).body("code", is("unknown-parameter"));
        fetch(CALENDAR + "&vague=maybe").then().statusCode(400).body("detail", startsWith("vague: "));
    }

    @Test
    void sameStateIsTheSameBytesAndIsNotSentTwice() {
        var first = fetch(CALENDAR + "&region=US");
        var again = fetch(CALENDAR + "&region=US");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        var tag = first.header("ETag");
        assertThat(tag).matches("\"[\\w-]{22}\"");
        assertThat(fetch(CALENDAR + "&region=US", "Accept-Encoding", "gzip").header("ETag"))
                .isEqualTo(tag.replaceFirst("\"$", "-gzip\""));
        fetch(CALENDAR + "&region=US", "If-None-Match", tag).then().statusCode(304);
        fixtures.claim("etonic-hour", "etonic-watcher", "report", "2027-04");
        fetch(CALENDAR + "&region=US", "If-None-Match", tag).then().statusCode(200);
    }

    @Test
    void slugThatChangesLeavesTheEventWhatItIs() throws Exception {
        addRelease("etonic-old-name", "2027-08-01");
        var before = events(calendar(CALENDAR)).get("etonic-old-name");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update release set slug = 'etonic-new-name' where slug = 'etonic-old-name'")
                        .executeUpdate());
        var after = events(calendar(CALENDAR)).get("etonic-new-name");
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(sequence(after)).isEqualTo(sequence(before));
    }

    private void addRelease(String slug, String window) {
        fixtures.release(slug, "etonic-stable-air");
        fixtures.claim(slug, "etonic-watcher", "report", window);
    }

    private void changeStatus(String slug, ReleaseStatus changeStatus, LocalDate day) {
        statuses.change(new Slug(slug), new NewStatus(changeStatus, day, null, "Etonic said so."));
    }

    private static int sequence(net.fortuna.ical4j.model.component.VEvent event) {
        return Integer.parseInt(value(event, "SEQUENCE"));
    }
}
