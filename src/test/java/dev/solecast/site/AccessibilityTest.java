package dev.solecast.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks WCAG 2.2 AA by axe on every page, on narrow and wide screens, in light and dark colors. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccessibilityTest {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Each page with a selector that is visible when the page is complete. */
    private static final Map<String, String> PAGES = Map.of(
            "/?brand=mizuno", "#list .card",
            "/?brand=mizuno&view=month&month=2027-03", ".days .some",
            "/releases/mizuno-wave-rider-10-day", ".chart",
            "/releases/mizuno-wave-rider-10-undated", ".hero",
            "/releases/mizuno-wave-rider-10-dya", "main [role=option]",
            "/embed/drops?brand=mizuno&limit=4", ".card",
            "/docs/embed", ".card");

    @Inject
    SiteFixtures siteFixtures;

    @BeforeEach
    void addReleases() {
        siteFixtures.addOnce();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageKeepsAnybodyOut(String path, String complete) {
        var options = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        try (var reader = BrowserReader.on(options)) {
            var page = reader.open(path);
            assertThat(page.locator(complete).first()).isVisible();
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 844);
                for (var colors : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
                    assertAccessible(page, width + " " + colors);
                }
            }
        }
    }

    private static Stream<Arguments> pages() {
        return PAGES.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    private static void assertAccessible(Page page, String as) {
        // Legacy mode needs no window of its own, which axe needs for frames of other sites only.
        var found =
                new AxeBuilder(page).withTags(WCAG_22_AA).setLegacyMode(true).analyze();
        assertThat(found.getViolations())
                .as(as)
                .extracting(violation -> violation.getId() + ": "
                        + violation.getNodes().getFirst().getHtml() + " "
                        + violation.getNodes().getFirst().getFailureSummary())
                .isEmpty();
        assertThat(found.getPasses()).as(as).hasSizeGreaterThan(5);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(as + " fits the screen")
                .isTrue();
    }
}
