package dev.solecast.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A browser context with one page; all contexts share one process of Chromium. It records errors of the page: failed
 * scripts, and loads that a content security policy has blocked.
 */
final class BrowserReader implements AutoCloseable {

    private static final String PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='900'/>";
    private static final double TIMEOUT_MILLIS = 10_000;

    private static Browser browser;

    final BrowserContext context;
    final Page page;
    final List<String> faults = new ArrayList<>();
    final List<String> loaded = new ArrayList<>();

    private BrowserReader(Browser.NewContextOptions options) {
        context = chromium().newContext(options);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        context.route(
                "https://pictures.example/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("image/svg+xml")
                        .setBody(PICTURE)));
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // Failed responses are reported there too; tests that let one fail look at the page instead.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        page.onRequest(request -> loaded.add(request.url()));
    }

    static BrowserReader on(Browser.NewContextOptions options) {
        return new BrowserReader(options);
    }

    static BrowserReader begin() {
        return on(new Browser.NewContextOptions());
    }

    /** The origin of the service under test. */
    static String home() {
        return "http://localhost:" + RestAssured.port;
    }

    /** Opens a page, of the service if the path begins with a slash. */
    Page open(String path) {
        page.navigate(path.startsWith("/") ? home() + path : path);
        return page;
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized Browser chromium() {
        if (browser == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            // It is stopped with the JVM; Chromium's sandbox does not work as root.
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        }
        return browser;
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: apt install chromium, or set CHROMIUM to where it is."));
    }
}
