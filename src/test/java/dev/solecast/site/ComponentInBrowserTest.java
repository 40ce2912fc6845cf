package dev.solecast.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded component on the page of another site, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ComponentInBrowserTest {

    private static final String SNIPPET = "<h1>Our shop</h1><solecast-drops brand=\"mizuno\" limit=\"3\">"
            + "<a href=\"https://example.org\">Releases elsewhere</a></solecast-drops>";

    @Inject
    SiteFixtures siteFixtures;

    @BeforeEach
    void addReleases() {
        siteFixtures.addOnce();
    }

    @Test
    void snippetOfTheDocsShowsReleasesOnAForeignSiteUnderAStrictPolicy() throws Exception {
        try (var site = ForeignSite.with(ForeignSite.strictPolicy(), pinned() + SNIPPET);
                var reader = BrowserReader.begin()) {
            var page = reader.open(site.address());
            assertThat(cards(page)).hasCount(3);
            assertThat(page.locator("h1")).hasText("Our shop");
            assertThat(cards(page).first().locator(".title")).hasText("Mizuno Wave Rider 10 “Ebony”");
            assertThat(cards(page).first().locator(".date > .spoken"))
                    .hasText(Pattern.compile("6 March 2027, .*likely \\(\\d+% chance\\)"));
            assertThat(cards(page).first().locator("a").first())
                    .hasAttribute("href", BrowserReader.home() + "/releases/mizuno-wave-rider-10-day");
            assertThat(cards(page).first().locator("img")).hasAttribute("alt", "A dark running shoe from the side");
            assertThat(page.getByText("Releases elsewhere")).isHidden();
            // The component has its style, although the policy of the page allows none.
            assertThat(computed(cards(page).first(), "display")).isEqualTo("grid");
            assertThat(reader.faults).isEmpty();
            assertThat(reader.context.cookies()).isEmpty();
            assertThat(reader.loaded)
                    .allMatch(address -> address.startsWith(site.address())
                            || address.startsWith(BrowserReader.home())
                            || address.equals(SiteFixtures.PICTURE));
        }
    }

    @Test
    void scriptThatIsNotTheOnePinnedIsRefusedAndThePageStays() throws Exception {
        var other = pinned().replaceFirst("sha384-.", "sha384-_");
        try (var site = ForeignSite.with(ForeignSite.strictPolicy(), other + SNIPPET);
                var reader = BrowserReader.begin()) {
            var page = reader.open(site.address());
            assertThat(page.getByText("Releases elsewhere")).isVisible();
            assertThat(page.evaluate("customElements.get('solecast-drops') === undefined"))
                    .isEqualTo(true);
        }
    }

    @Test
    void apiThatIsDownIsToldAndAskedAgainAndTheHostPageIsUnharmed() throws Exception {
        try (var site = ForeignSite.with(ForeignSite.strictPolicy(), pinned() + SNIPPET);
                var reader = BrowserReader.begin()) {
            reader.context.route("**/v1/**", Route::abort);
            var page = reader.open(site.address());
            assertThat(page.locator(".error")).hasText("Release dates cannot be shown just now.");
            assertThat(page.getByText("Releases elsewhere")).isVisible();
            assertThat(page.locator("h1")).hasText("Our shop");
            assertThat(reader.faults).isEmpty();
            reader.context.unroute("**/v1/**");
            page.locator("[part=retry]").click();
            assertThat(cards(page)).hasCount(3);
            assertThat(page.locator(".error")).hasCount(0);
        }
    }

    @Test
    void answerThatIsNoneIsToldAsAFailure() throws Exception {
        try (var reader = withPage("<solecast-drops></solecast-drops>")) {
            reader.page.context().route("**/v1/**", route -> route.fulfill(new Route.FulfillOptions().setBody("<h1>")));
            reader.page.reload();
            assertThat(reader.page.locator(".error")).isVisible();
            assertThat(reader.faults).isEmpty();
        }
    }

    @Test
    void mistakeInAnAttributeIsToldToWhoMadeIt() throws Exception {
        try (var reader = withPage("<solecast-drops region=\"xx\"></solecast-drops>")) {
            assertThat(reader.page.locator(".error")).containsText("region: \"xx\" cannot be used");
        }
    }

    @Test
    void nothingFoundIsSaid() throws Exception {
        try (var reader = withPage("<solecast-drops brand=\"mizuno\" color=\"gold\"></solecast-drops>")) {
            assertThat(reader.page.locator("[part=empty]")).hasText("No release fits this.");
        }
    }

    @Test
    void nothingIsAskedForUntilItComesNearTheScreen() throws Exception {
        try (var reader = withPage("<canvas height=\"6000\" width=\"10\"></canvas>" + SNIPPET)) {
            reader.page.waitForFunction("Boolean(customElements.get('solecast-drops'))");
            reader.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            assertThat(reader.loaded).noneMatch(address -> address.contains("/v1/"));
            reader.page.evaluate("scrollTo(0, document.body.scrollHeight)");
            assertThat(cards(reader.page)).hasCount(3);
        }
    }

    @Test
    void nothingMovesWhenAPictureComes() throws Exception {
        try (var reader = BrowserReader.begin();
                var site = ForeignSite.with(ForeignSite.strictPolicy(), pinned() + SNIPPET)) {
            var waiting = new java.util.concurrent.atomic.AtomicReference<Route>();
            reader.context.route(SiteFixtures.PICTURE, waiting::set);
            var page = reader.open(site.address());
            assertThat(cards(page)).hasCount(3);
            page.waitForCondition(() -> waiting.get() != null);
            var before = cards(page).nth(1).boundingBox();
            waiting.get()
                    .fulfill(new Route.FulfillOptions()
                            .setContentType("image/svg+xml")
                            .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='900'/>"));
            // Polled from outside, because the policy of the page refuses waitForFunction, which uses eval.
            page.waitForCondition(() -> page.evaluate(
                            "document.querySelector('solecast-drops').shadowRoot.querySelector('img').naturalWidth > 0")
                    .equals(true));
            assertThat(cards(page).nth(1).boundingBox().y).isEqualTo(before.y);
        }
    }

    @Test
    void hostileNameStaysText() throws Exception {
        try (var reader = withPage("<solecast-drops model=\"mizuno-sky-medal\"></solecast-drops>")) {
            assertThat(cards(reader.page).locator("bdi").first())
                    .hasText("Mizuno Sky Medal “" + SiteFixtures.HOSTILE + "”");
            assertThat(reader.page.locator("solecast-drops img")).hasCount(0);
            assertThat(reader.page.evaluate("window.hit")).isNull();
        }
    }

    @Test
    void colorsFollowThePageAndItsTheme() throws Exception {
        var dark = new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
        var html = "<solecast-drops brand=\"mizuno\" limit=\"1\"></solecast-drops>"
                + "<solecast-drops brand=\"mizuno\" limit=\"1\" theme=\"auto\"></solecast-drops>";
        try (var site = ForeignSite.with(ForeignSite.strictPolicy(), pinned() + html);
                var reader = BrowserReader.on(dark)) {
            var page = reader.open(site.address());
            assertThat(cards(page)).hasCount(2);
            assertThat(computed(cards(page).nth(0), "color")).isEqualTo("rgb(22, 24, 29)");
            assertThat(computed(cards(page).nth(1), "color")).isEqualTo("rgb(236, 238, 242)");
            page.evaluate("document.documentElement.style.colorScheme = 'light dark'");
            assertThat(computed(cards(page).nth(0), "color")).isEqualTo("rgb(236, 238, 242)");
            page.evaluate(
                    "document.querySelector('solecast-drops').style.setProperty('--solecast-ink', 'rgb(1, 2, 3)')");
            assertThat(computed(cards(page).nth(0), "color")).isEqualTo("rgb(1, 2, 3)");
        }
    }

    @Test
    void outlinesStandStillForThoseWhoWantItSo() throws Exception {
        for (var motion : ReducedMotion.values()) {
            var options = new Browser.NewContextOptions().setReducedMotion(motion);
            try (var site = ForeignSite.with(
                            ForeignSite.strictPolicy(), pinned() + "<solecast-drops></solecast-drops>");
                    var reader = BrowserReader.on(options)) {
                reader.context.route("**/v1/**", route -> {});
                var page = reader.open(site.address());
                var moving = page.locator(".outline")
                        .first()
                        .evaluate("outline => getComputedStyle(outline, '::before').animationName");
                assertThat(moving).isEqualTo(motion == ReducedMotion.REDUCE ? "none" : "breathe");
            }
        }
    }

    @Test
    void dateStandsOnTheSideWhereReadingBegins() throws Exception {
        try (var reader = withPage("<div dir=\"rtl\">" + SNIPPET + "</div>")) {
            var card = cards(reader.page).first();
            assertThat(card.locator(".date").boundingBox().x)
                    .isGreaterThan(card.locator(".body").boundingBox().x);
        }
    }

    @Test
    void keyboardReachesEverythingAndShowsMore() throws Exception {
        try (var reader = withPage("<solecast-drops brand=\"mizuno\" limit=\"2\" more></solecast-drops>")) {
            var page = reader.page;
            assertThat(cards(page)).hasCount(2);
            assertThat(page.locator("[part=more]")).isVisible();
            for (int i = 0; i < 10 && !focused(page).equals("more"); i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            assertThat(cards(page)).hasCount(4);
            assertThat(focused(page)).isEqualTo("title");
            assertThat(page.locator("[role=status]")).hasText("4 releases");
            page.keyboard().press("Enter");
            page.waitForURL("**/releases/mizuno-*");
        }
    }

    @Test
    void wordsAreInTheLanguageOfTheAnswer() throws Exception {
        try (var site = ForeignSite.with(
                        ForeignSite.strictPolicy(),
                        pinned()
                                + "<div lang=\"de-AT\"><solecast-drops brand=\"mizuno\" limit=\"1\"></solecast-drops></div>");
                var reader = BrowserReader.begin()) {
            var page = reader.open(site.address());
            assertThat(cards(page).locator(".month")).hasText("März 2027");
            assertThat(cards(page).locator(".word")).hasText(Pattern.compile("(sehr )?wahrscheinlich"));
            assertThat(page.locator("[part=source]")).hasText("2 Gerüchte, stärkstes: offiziell");
        }
    }

    @Test
    void componentAndPageSayTheSame() throws Exception {
        var slugs = Stream.of(
                        "day", "month", "year", "overdue", "undated", "confirmed", "delayed", "released", "cancelled")
                .map(name -> "mizuno-wave-rider-10-" + name)
                .toList();
        var html = slugs.stream()
                .map(slug -> "<solecast-drops release=\"" + slug + "\"></solecast-drops>")
                .collect(Collectors.joining());
        try (var reader = withPage(html)) {
            for (int i = 0; i < slugs.size(); i++) {
                reader.page.locator("solecast-drops").nth(i).scrollIntoViewIfNeeded();
                var embedded = reader.page
                        .locator("solecast-drops")
                        .nth(i)
                        .locator(".date > .spoken")
                        .textContent();
                var page = RestAssured.get("/releases/" + slugs.get(i)).asString();
                assertThat(page).contains("<p class=\"spoken\">" + embedded + "</p>");
            }
        }
    }

    /** The script element as the docs show it. */
    private static String pinned() {
        var docs = RestAssured.get("/docs/embed").asString();
        var shown = docs.substring(docs.indexOf("&lt;script"), docs.indexOf("&lt;/script&gt;"));
        return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&#x3D;", "=") + "</script>";
    }

    private static BrowserReader withPage(String html) throws Exception {
        var site = ForeignSite.with(ForeignSite.strictPolicy(), pinned() + html);
        var reader = BrowserReader.begin();
        reader.context.onClose(closed -> site.close());
        reader.open(site.address());
        return reader;
    }

    private static Locator cards(Page page) {
        return page.locator("solecast-drops .card");
    }

    private static String computed(Locator element, String property) {
        return (String) element.evaluate("(element, name) => getComputedStyle(element)[name]", property);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("""
                () => document.activeElement.shadowRoot?.activeElement?.getAttribute('part') ?? ''""");
    }
}
