package dev.solecast.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the service in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CalendarInBrowserTest {

    private static final String MARCH = "/?brand=mizuno&view=month&month=2027-03";

    @Inject
    SiteFixtures siteFixtures;

    @BeforeEach
    void addReleases() {
        siteFixtures.addOnce();
    }

    @Test
    void filtersLiveInTheAddress() {
        try (var reader = BrowserReader.begin()) {
            var page = reader.open("/?brand=mizuno");
            assertThat(page.locator("#list .card")).hasCount(8);
            page.getByLabel("Show").selectOption("undated");
            assertThat(page.locator("#list .card")).hasCount(1);
            assertThat(page).hasURL(BrowserReader.home() + "/?brand=mizuno&group=undated");
            assertThat(page.locator("#calendar")).hasAttribute("href", "/v1/calendar.ics?brand=mizuno&group=undated");
            assertThat(page.locator("#feed")).hasAttribute("href", "/v1/feed.atom?brand=mizuno&group=undated");
            page.goBack();
            assertThat(page.locator("#list .card")).hasCount(8);
            assertThat(page.getByLabel("Show")).hasValue("");
            assertThat(reader.faults).isEmpty();
        }
    }

    @Test
    void monthShowsDaysWhatIsSomeTimeInItAndWhatMayBe() {
        try (var reader = BrowserReader.begin()) {
            var page = reader.open(MARCH);
            assertThat(page.locator("h2").first()).hasText("March 2027");
            assertThat(page.locator(".days > .some")).hasCount(2);
            assertThat(page.locator(".days > .some").first()).containsText("Saturday 6 March");
            assertThat(page.locator(".days > .some").first().locator("a"))
                    .hasAttribute("href", "/releases/mizuno-wave-rider-10-day");
            assertThat(rows(page, "Some time in March")).hasText(Pattern.compile(".*Wave Rider 10.*March 2027.*"));
            assertThat(rows(page, "Perhaps in March")).hasText(Pattern.compile(".*Wave Rider 10.*2027.*"));
            assertThat(page.locator("#list")).isHidden();
            assertThat(reader.faults).isEmpty();
        }
    }

    @Test
    void monthsAreLeafedThroughByKeyboard() {
        try (var reader = BrowserReader.begin()) {
            var page = reader.open(MARCH);
            page.getByLabel("Month after, April 2027").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#month-name")).hasText("April 2027");
            assertThat(page.locator(".days > .some")).containsText("Saturday 10 April");
            assertThat(page).hasURL(BrowserReader.home() + "/?brand=mizuno&view=month&month=2027-04");
            assertThat(page.getByLabel("Month after, May 2027")).isFocused();
            page.getByText("List").click();
            assertThat(page.locator("#list .card")).hasCount(8);
        }
    }

    @Test
    void monthThatCannotBeReadIsToldAndAskedForAgain() {
        try (var reader = BrowserReader.begin()) {
            reader.context.route("**/v1/releases**", Route::abort);
            var page = reader.open(MARCH);
            assertThat(page.locator(".failed")).hasText("Release dates cannot be shown just now.");
            reader.context.unroute("**/v1/releases**");
            page.getByText("Try again").click();
            assertThat(page.locator(".days > .some")).hasCount(2);
        }
    }

    @Test
    void searchFindsAsOneTypesAndLeadsToThePage() {
        try (var reader = BrowserReader.begin()) {
            var page = reader.open("/");
            var search = page.getByRole(
                    com.microsoft.playwright.options.AriaRole.COMBOBOX,
                    new Page.GetByRoleOptions().setName("Search releases, brands and collaborators"));
            search.pressSequentially("wave ridr");
            var hits = page.locator("[role=option][data-page^='/releases/mizuno-wave-rider-10']");
            assertThat(hits.first()).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=listbox]")).isHidden();
            search.pressSequentially("e");
            assertThat(hits.first()).isVisible();
            for (int i = 0; i < 10 && !chosen(page).startsWith("/releases/mizuno"); i++) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Enter");
            page.waitForURL("**/releases/mizuno-wave-rider-10-*");
            assertThat(page.locator("h1")).containsText("Mizuno Wave Rider 10");
        }
    }

    @Test
    void hostileNameStaysTextInEveryView() {
        try (var reader = BrowserReader.begin()) {
            for (var path : new String[] {
                SiteFixtures.HOSTILE_PATH,
                "/?model=mizuno-sky-medal",
                "/?model=mizuno-sky-medal&view=month&month=2027-03"
            }) {
                var page = reader.open(path);
                assertThat(page.locator("bdi").getByText(SiteFixtures.HOSTILE).first())
                        .isVisible();
                assertThat(page.evaluate("window.hit")).isNull();
            }
            var page = reader.open("/");
            page.locator("header [role=combobox]").pressSequentially("sky medal");
            assertThat(page.locator("[role=option]")
                            .getByText(SiteFixtures.HOSTILE)
                            .first())
                    .isVisible();
            assertThat(page.evaluate("window.hit")).isNull();
            assertThat(page.locator("img[src=x]")).hasCount(0);
            assertThat(reader.faults).isEmpty();
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingKept() {
        try (var reader = BrowserReader.begin()) {
            for (var path : new String[] {"/", "/docs/embed", "/releases/mizuno-wave-rider-10-month"}) {
                reader.open(path);
                reader.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            }
            assertThat(reader.loaded)
                    .filteredOn(address -> !address.startsWith("https://pictures.example/"))
                    .allMatch(address -> address.startsWith(BrowserReader.home()));
            assertThat(reader.context.cookies()).isEmpty();
            assertThat(reader.faults).isEmpty();
        }
    }

    @Test
    void calendarIsReadWithoutScripts() {
        try (var reader = BrowserReader.on(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = reader.open("/?brand=mizuno");
            page.locator("#list a[href$=wave-rider-10-day]").click();
            page.waitForURL("**/releases/mizuno-wave-rider-10-day");
            page.goBack();
            page.getByLabel("Show").selectOption("undated");
            page.locator("#filters button").click();
            assertThat(page).hasURL(BrowserReader.home() + "/?brand=mizuno&group=undated");
        }
    }

    @Test
    void frameShowsOnAForeignSiteAndNothingElseDoes() throws Exception {
        var html =
                "<iframe id=\"drops\" src=\"%1$s/embed/drops?brand=mizuno&amp;limit=2\"></iframe><iframe src=\"%1$s/\"></iframe>"
                        .formatted(BrowserReader.home());
        try (var site = ForeignSite.with("default-src 'none'; frame-src " + BrowserReader.home(), html);
                var reader = BrowserReader.begin()) {
            var page = reader.open(site.address());
            var frame = page.frameLocator("#drops");
            assertThat(frame.locator(".card")).hasCount(2);
            assertThat(frame.locator("base")).hasAttribute("target", "_blank");
            page.waitForCondition(() -> reader.faults.stream().anyMatch(fault -> fault.contains("frame-ancestors")));
        }
    }

    @Test
    void outlinesKeepThePlaceOfWhatIsToCome() {
        try (var reader = BrowserReader.begin()) {
            reader.context.route("**/v1/**", route -> {});
            var page = reader.open("/");
            assertThat(page.locator("#list .outline")).hasCount(5);
            assertThat(page.locator("#list")).hasAttribute("aria-busy", "true");
        }
    }

    @Test
    void printedPageIsTheListAlone() {
        try (var reader = BrowserReader.begin()) {
            var page = reader.open("/?brand=mizuno");
            assertThat(page.locator("#list .card")).hasCount(8);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("#filters")).isHidden();
            assertThat(page.locator("header nav")).isHidden();
            assertThat(page.locator("#list .card").first()).isVisible();
        }
    }

    private static com.microsoft.playwright.Locator rows(Page page, String title) {
        return page.getByLabel(title).locator("li");
    }

    private static String chosen(Page page) {
        var option = page.locator("[role=option][aria-selected=true]");
        return option.count() == 0 ? "" : option.getAttribute("data-page");
    }
}
