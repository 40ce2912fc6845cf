package dev.solecast.feed;

import static dev.solecast.Field.statement;
import static dev.solecast.Field.url;
import static dev.solecast.Field.window;
import static dev.solecast.feed.Subscriber.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.edit.StatusChanging;
import dev.solecast.release.intake.RumorIntake;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {

    private static final String ATOM = "/v1/feed.atom?model=ellesse-piazza";
    private static final String JSON = "/v1/feed.json?model=ellesse-piazza";

    @Inject
    Fixtures fixtures;

    @Inject
    StatusChanging statuses;

    @Inject
    RumorIntake rumors;

    @BeforeAll
    void addReleaseWithHistory() {
        fixtures.brand("ellesse", "Ellesse");
        fixtures.model("ellesse-piazza", "ellesse", "Piazza");
        fixtures.source("ellesse-press", "brand");
        fixtures.source("ellesse-fan", "community");
        fixtures.release("ellesse-piazza-red", "ellesse-piazza");
        fixtures.rumor(
                "ellesse-piazza-red",
                "ellesse-fan",
                "report",
                window("2026-21"),
                statement("Seen in a catalogue."),
                url("https://fans.example/1"));
        fixtures.claim("ellesse-piazza-red", "ellesse-press", "official", "2026-10");
        changeStatus(ReleaseStatus.CONFIRMED, null, "Ellesse said so.");
        changeStatus(ReleaseStatus.RELEASED, LocalDate.parse("2026-11-20"), "It is in the shops.");
    }

    @Test
    void tellsWhatHappenedNewestFirst() throws Exception {
        assertThat(entries(ATOM))
                .extracting(Entry::getTitle)
                .containsExactly(
                        "Ellesse Piazza: released, 20 November 2026",
                        "Ellesse Piazza: confirmed",
                        "Ellesse Piazza: now October 2026, was Spring 2026",
                        "Ellesse Piazza: new rumor by ellesse-press (official): October 2026",
                        "Ellesse Piazza: Spring 2026",
                        "Ellesse Piazza: new rumor by ellesse-fan (report): Spring 2026");
    }

    @Test
    void entryTellsAllThatWasSaid() throws Exception {
        var entries = entries(ATOM);
        assertThat(entries.getLast().getContents().getFirst().getValue())
                .isEqualTo("Seen in a catalogue.\nhttps://fans.example/1");
        assertThat(entries.getFirst().getContents().getFirst().getValue()).isEqualTo("It is in the shops.");
        assertThat(entries.getFirst().getAlternateLinks().getFirst().getHref())
                .endsWith("/releases/ellesse-piazza-red");
        assertThat(entries.getFirst().getUpdated()).isEqualTo("2026-11-22T06:00:00Z");
        assertThat(entries.getFirst().getCategories().getFirst().getTerm()).isEqualTo("status-changed");
    }

    @Test
    void bothFormatsTellTheSame() throws Exception {
        var atom = entries(ATOM);
        fetch(JSON)
                .then()
                .contentType("application/feed+json")
                .body("version", is("https://jsonfeed.org/version/1.1"))
                .body("language", is("en"))
                .body("items.title", is(atom.stream().map(Entry::getTitle).toList()))
                .body("items.id", is(atom.stream().map(Entry::getId).toList()))
                .body(
                        "items.content_text",
                        is(atom.stream()
                                .map(entry -> entry.getContents().getFirst().getValue())
                                .toList()))
                .body("next_url", nullValue());
    }

    @Test
    void everyEntryIsFoundOnceByFollowingTheLinks() throws Exception {
        var ids = new ArrayList<String>();
        var next = ATOM + "&limit=2";
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).isLessThan(5);
            var feed = atom(next);
            assertThat(link(feed, "first")).endsWith("limit=2");
            feed.getEntries().forEach(entry -> ids.add(entry.getId()));
            next = withoutHost(link(feed, "next"));
        }
        assertThat(ids)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        entries(ATOM).stream().map(Entry::getId).toList());
        var second = withoutHost(fetch(JSON + "&limit=2").path("next_url"));
        fetch(Objects.requireNonNull(second)).then().body("items.id", is(ids.subList(2, 4)));
    }

    @Test
    void entryKeepsItsIdWhateverElseHappens() throws Exception {
        addRelease("ellesse-assist", "Assist", "ellesse-assist-blue");
        var feed = "/v1/feed.atom?model=ellesse-assist";
        fixtures.claim("ellesse-assist-blue", "ellesse-fan", "report", "2027-05");
        var before = entries(feed).stream().map(Entry::getId).toArray(String[]::new);
        fixtures.claim("ellesse-assist-blue", "ellesse-press", "official", "2027-06");
        assertThat(entries(feed)).extracting(Entry::getId).hasSize(4).endsWith(before);
    }

    @Test
    void feedIsOneWhateverTheAddressThePageAndTheOrderOfItsFilters() throws Exception {
        var id = atom(ATOM + "&region=WW").getId();
        assertThat(id).startsWith("urn:uuid:");
        for (var same :
                List.of("region=WW&model=ellesse-piazza", "model=ellesse-piazza&limit=2&region=WW&tz=Asia/Tokyo")) {
            assertThat(atom("/v1/feed.atom?" + same).getId()).isEqualTo(id);
        }
        assertThat(text(ATOM + "&region=WW", "Host", "shoes.example")).contains("<id>" + id + "</id>");
        assertThat(atom(ATOM).getId()).isNotEqualTo(id);
        assertThat(link(atom("/v1/feed.atom?before=9999999"), "first")).endsWith("/v1/feed.atom");
    }

    @Test
    void cancellationAndRetractionAreNewsToo() throws Exception {
        addRelease("ellesse-lost", "Lost", "ellesse-lost-last");
        var rumor = fixtures.claim("ellesse-lost-last", "ellesse-fan", "report", "2027-05");
        rumors.retract(rumor, "It was another shoe.");
        statuses.change(
                new Slug("ellesse-lost-last"), new NewStatus(ReleaseStatus.CANCELLED, null, null, "The last is lost."));
        assertThat(entries("/v1/feed.atom?model=ellesse-lost"))
                .extracting(Entry::getTitle)
                .containsExactly(
                        "Ellesse Lost: cancelled",
                        "Ellesse Lost: no date any more, was May 2027",
                        "Ellesse Lost: rumor by ellesse-fan (report) taken back",
                        "Ellesse Lost: May 2027",
                        "Ellesse Lost: new rumor by ellesse-fan (report): May 2027");
        assertThat(text("/v1/feed.atom?model=ellesse-lost")).contains("It was another shoe.", "The last is lost.");
    }

    @Test
    void filterIsOfReleasesAsTheyAreToday() throws Exception {
        assertThat(entries(ATOM + "&status=released")).hasSize(6);
        assertThat(entries(ATOM + "&status=rumored")).isEmpty();
        assertThat(entries(ATOM + "&region=JP")).as("worldwide is there too").hasSize(6);
    }

    @Test
    void languageOfTheReaderIsSpoken() {
        fetch(JSON + "&status=released", "Accept-Language", "fr")
                .then()
                .header("Content-Language", "fr")
                .body("language", is("fr"))
                .body("items[0].title", is("Ellesse Piazza : sorti, 20 novembre 2026"))
                .body("items[2].title", is("Ellesse Piazza : désormais octobre 2026, avant printemps 2026"));
        assertThat(text(ATOM + "&status=released", "Accept-Language", "ja"))
                .contains("xml:lang=\"ja\"", "Ellesse Piazza：2026年10月に変更（変更前：2026年春）");
    }

    @Test
    void sameStateIsTheSameBytesAndIsNotSentTwice() {
        for (var address : List.of(ATOM + "&status=released", JSON + "&status=released")) {
            var tag = fetch(address).header("ETag");
            assertThat(fetch(address).header("ETag")).isEqualTo(tag);
            fetch(address, "If-None-Match", tag).then().statusCode(304);
            assertThat(fetch(address, "Accept-Language", "de").header("ETag"))
                    .endsWith("-de\"")
                    .isNotEqualTo(tag);
        }
    }

    @Test
    void feedOfNothingIsValidAndEmpty() throws Exception {
        assertThat(entries("/v1/feed.atom?color=octarine")).isEmpty();
        fetch("/v1/feed.json?color=octarine").then().statusCode(200).body("items", is(List.of()));
    }

    @Test
    void whatAFeedDoesNotKnowIsRefused() {
        for (var wrong : List.of("asOf=2026-11-01", "recordedBy=2026-11-01", "include=total", "limit=0", "before=0")) {
            fetch(JSON + "&" + wrong).then().statusCode(400).body("errors[0].field", is(wrong.split("=")[0]));
        }
        fetch(ATOM + "&vague=end").then().statusCode(400).body("code", is("unknown-parameter"));
    }

    @Test
    void hostileNamesStayText() throws Exception {
        var names = List.of(
                "]]></title><script>alert(1)</script>",
                "<img src=x onerror=alert(1)> &amp; & \" ' &#0;",
                "right \u202e to left",
                "日本 👟 e\u0301");
        for (int i = 0; i < names.size(); i++) {
            var slug = "ellesse-hostile-" + i;
            fixtures.modelFromBefore(slug, "ellesse", names.get(i));
            fixtures.release(slug, slug);
            fixtures.claim(slug, "ellesse-press", "official", "2027-03");
            var title = "Ellesse " + names.get(i) + ": March 2027";
            assertThat(entries("/v1/feed.atom?model=" + slug).getFirst().getTitle())
                    .isEqualTo(title);
            fetch("/v1/feed.json?model=" + slug).then().body("items[0].title", is(title));
        }
        fixtures.modelFromBefore("ellesse-control", "ellesse", "ab\u0007c\r\nd");
        fixtures.release("ellesse-control", "ellesse-control");
        fixtures.claim("ellesse-control", "ellesse-press", "official", "2027-03");
        assertThat(entries("/v1/feed.atom?model=ellesse-control").getFirst().getTitle())
                .isEqualTo("Ellesse abc d: March 2027");
    }

    private void addRelease(String model, String name, String release) {
        fixtures.model(model, "ellesse", name);
        fixtures.release(release, model);
    }

    private void changeStatus(ReleaseStatus changeStatus, LocalDate day, String reason) {
        statuses.change(new Slug("ellesse-piazza-red"), new NewStatus(changeStatus, day, null, reason));
    }

    private static List<Entry> entries(String address) throws Exception {
        return atom(address).getEntries();
    }

    /** Reads a feed by ROME. */
    private static Feed atom(String address) throws Exception {
        var feed = (Feed) new WireFeedInput().build(new StringReader(text(address)));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getId()).isNotBlank();
        assertThat(feed.getUpdated()).isNotNull();
        assertThat(feed.getAuthors()).hasSize(1);
        return feed;
    }

    private static String text(String address, String... headers) {
        var answer = fetch(address, headers);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static String link(Feed feed, String relation) {
        return feed.getOtherLinks().stream()
                .filter(link -> link.getRel().equals(relation))
                .map(Link::getHref)
                .findFirst()
                .orElse(null);
    }

    private static String withoutHost(String address) {
        return address == null ? null : address.replaceFirst("^https?://[^/]+", "");
    }
}
