package dev.solecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page of every list uses an index and reads few buffers, however large the catalogue is. The plans come from the
 * log of the database, the filters from the OpenAPI document: a new filter without a value here, or without an index,
 * fails.
 */
@QuarkusTest
@WithTestResource(PlansDatabase.class)
@Tag("soak")
class PlansTest {

    /** Buffers of 8 kB that one response may read. */
    private static final int MAX_BUFFERS = 500;

    /** More than {@link #MAX_BUFFERS}, because the row of the cursor has to be found first. */
    private static final int MAX_BUFFERS_OF_LATER_PAGES = 600;

    /**
     * As of a past day the releases of a brand or a source are looked up one by one; how many depends on it. A rare status
     * or stage is found by reading through {@code release_past}, whose rows are narrow.
     */
    private static final int MAX_BUFFERS_AS_OF = 30_000;

    /** A feed reads the log backwards until it is full; how far depends on the filter, not on the catalogue. */
    private static final int MAX_BUFFERS_OF_FEED = 20_000;

    /** Tables that must not be read sequentially. Small tables may be. */
    private static final Set<String> LARGE_TABLES = Set.of(
            "model",
            "colorway",
            "colorway_color",
            "release",
            "retailer",
            "rumor",
            "change",
            "status_change",
            "forecast_score",
            "search_entry",
            "search_word");

    /** Parameters that are not filters, or whose plan does not differ. */
    private static final Set<String> IGNORED_PARAMETERS =
            Set.of("limit", "cursor", "tz", "include", "asOf", "recordedBy", "wait", "after", "before", "slug", "id");

    /** Paths without pages, and the Atom feed, which has the plans of the JSON feed. */
    private static final Set<String> IGNORED_PATHS = Set.of("/v1/changes/stream", "/v1/calendar.ics", "/v1/feed.atom");

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("brand", List.of("brand-7", "brand-7,brand-9")),
            Map.entry("model", List.of("model-7", "model-7,model-9")),
            Map.entry("collaborator", List.of("collaborator-7", "collaborator-7,collaborator-9")),
            Map.entry("collaboration", List.of("collaboration-7", "collaboration-7,collaboration-9")),
            Map.entry("colorway", List.of("colorway-8", "colorway-8,colorway-9")),
            Map.entry("release", List.of("release-8")),
            Map.entry("source", List.of("source-7", "source-7,source-9")),
            Map.entry("styleCode", List.of("ST21", "ST21,ST22")),
            Map.entry("color", List.of("black", "teal", "gold,teal")),
            Map.entry("line", List.of("Made%20in%20U.S.A.", "Pro,Made%20in%20U.K.")),
            Map.entry("category", List.of("running")),
            Map.entry("region", List.of("US", "JP", "WW", "FR", "EU,US")),
            Map.entry("from", List.of("2027-03-01")),
            Map.entry("to", List.of("2027-03-31")),
            Map.entry(
                    "match",
                    List.of(
                            "possible&from=2027-03-01&to=2027-03-31",
                            "certain&from=2027-03-01&to=2027-03-31",
                            "likely&from=2027-03-01&to=2027-03-31")),
            Map.entry("minConfidence", List.of("0.5", "0.9")),
            Map.entry("currency", List.of("USD", "JPY")),
            Map.entry("priceMin", List.of("200&currency=USD")),
            Map.entry("priceMax", List.of("80&currency=USD")),
            Map.entry("updatedSince", List.of("2026-11-19T00:00:00Z", "2020-01-01T00:00:00Z")),
            Map.entry("q", List.of("run", "studio%207%20runner", "brand%207%20black")));

    /** Examples of the README, and resources that are not lists. */
    private static final List<String> COMBINATIONS = List.of(
            "/v1/releases/release-8?include=rumors",
            "/v1/releases/release-8?asOf=2026-06-01",
            "/v1/releases?asOf=2026-10-01",
            "/v1/releases?asOf=2019-03-01&recordedBy=2026-11-01",
            "/v1/releases?asOf=2024-03-01&sort=-updated",
            "/v1/releases?asOf=2024-03-01&status=cancelled&include=total",
            "/v1/releases?asOf=2024-03-01&stage=teased",
            "/v1/releases?asOf=2024-03-01&source=source-7",
            "/v1/releases?asOf=2024-03-01&brand=brand-7",
            "/v1/releases?asOf=2024-03-01&model=model-7,model-9,model-11&sort=likeliest",
            "/v1/releases?asOf=2024-03-01&collaborator=collaborator-7",
            "/v1/releases?asOf=2024-03-01&from=2024-06-01&to=2024-06-30&match=certain",
            "/v1/releases/upcoming?asOf=2020-01-05",
            "/v1/releases/upcoming?asOf=2024-03-01&group=overdue&include=total",
            "/v1/accuracy",
            "/v1/changes?after=50000",
            "/v1/changes?after=50000&brand=brand-7",
            "/v1/collaborations?model=model-7&stage=teased",
            "/v1/releases?brand=brand-7&from=2027-03-01&to=2027-03-31&match=possible",
            "/v1/releases?collaborator=collaborator-7&minConfidence=0.5&region=US",
            "/v1/releases?minConfidence=0.5&region=US",
            "/v1/releases/upcoming?brand=brand-7",
            "/v1/releases/upcoming?group=overdue",
            "/v1/changes?release=release-8",
            "/v1/releases/release-8");

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = PlansDatabase.LOG)
    Optional<Path> log;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void loadCatalogue() throws Exception {
        try (var connection = DriverManager.getConnection(url, "solecast", password);
                var statement = connection.createStatement();
                var script = getClass().getResourceAsStream("catalogue.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("vacuum analyze");
        }
    }

    @Test
    void everyPageOfEveryListIsFoundByAnIndexAndReadsLittle() throws Exception {
        var failures = new ArrayList<String>();
        for (var address : Stream.concat(singleFilters(), COMBINATIONS.stream()).toList()) {
            var next = check(address, failures);
            if (next != null) {
                check(next, failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    private Stream<String> singleFilters() {
        var contract = tree(given().get("/openapi?format=json").asString());
        return contract.path("paths").properties().stream()
                .filter(path -> !IGNORED_PATHS.contains(path.getKey()))
                .flatMap(path -> {
                    var parameters = path.getValue().path("get").path("parameters");
                    var names = parameters.findValuesAsText("name");
                    var address = path.getKey().replace("{slug}", "release-8");
                    return names.contains("limit") && !address.contains("{")
                            ? Stream.concat(
                                    names.contains("q") ? Stream.of() : Stream.of(address),
                                    StreamSupport.stream(parameters.spliterator(), false)
                                            .filter(one -> !IGNORED_PARAMETERS.contains(
                                                    one.path("name").asText()))
                                            .flatMap(one -> values(contract, one)
                                                    .map(value -> address + "?"
                                                            + one.path("name").asText() + "=" + value)))
                            : Stream.of();
                })
                .map(address -> address.contains("/search?type=") ? address + "&q=run" : address);
    }

    /** Values to try for a parameter: those in {@link #VALUES}, else all of its enumeration. */
    private static Stream<String> values(JsonNode contract, JsonNode parameter) {
        var name = parameter.path("name").asText();
        if (VALUES.containsKey(name)) {
            return VALUES.get(name).stream();
        }
        var values = new TreeSet<String>();
        enumerated(contract, parameter.path("schema"), values);
        assertThat(values)
                .as("values of the filter " + name + ": add some to this test")
                .isNotEmpty();
        return values.stream();
    }

    private static void enumerated(JsonNode contract, JsonNode schema, Set<String> values) {
        schema.findValues("enum").forEach(all -> all.forEach(value -> values.add(value.asText())));
        schema.findValuesAsText("$ref")
                .forEach(reference -> enumerated(contract, contract.at(reference.substring(1)), values));
    }

    /** Requests an address, adds its failures to the list, and returns the next page; null if there is none. */
    private @Nullable String check(String address, List<String> failures) throws Exception {
        long before = Files.size(log.orElseThrow());
        var answer = given().urlEncodingEnabled(false).header(TestKeys.ADMIN).get(address);
        if (answer.statusCode() != 200) {
            failures.add(address + " answers " + answer.statusCode());
        }
        long buffers = 0;
        for (var plan : plansAfter(before)) {
            var read = plan.path("Shared Hit Blocks").asLong()
                    + plan.path("Shared Read Blocks").asLong();
            // A search runs one bounded query for each type of hit; each is measured alone.
            buffers = address.startsWith("/v1/search") ? Math.max(buffers, read) : buffers + read;
            addSequential(address, plan, failures);
        }
        if (buffers > maxBuffers(address)) {
            failures.add(address + " reads " + buffers + " buffers");
        }
        var page = tree(answer.asString());
        return page.path("next").asText(page.path("next_url").asText(null));
    }

    private static int maxBuffers(String address) {
        if (address.contains("/v1/feed.json")) {
            return MAX_BUFFERS_OF_FEED;
        }
        if (address.contains("/v1/releases?asOf=") || address.contains("/upcoming?asOf=")) {
            return MAX_BUFFERS_AS_OF;
        }
        return address.contains("cursor=") ? MAX_BUFFERS_OF_LATER_PAGES : MAX_BUFFERS;
    }

    private static void addSequential(String address, JsonNode plan, List<String> failures) {
        if (plan.path("Node Type").asText().equals("Seq Scan")
                && LARGE_TABLES.contains(plan.path("Relation Name").asText())) {
            failures.add(address + " reads all of " + plan.path("Relation Name").asText());
        }
        plan.path("Plans").forEach(part -> addSequential(address, part, failures));
    }

    /** A complete plan: the last one in the log may still be being written. */
    private static final Pattern PLAN = Pattern.compile("(?m)plan:\\n((?:\\t.*\\n)+?\\t}\\n)");

    private List<JsonNode> plansAfter(long before) throws Exception {
        try (var read = Files.newInputStream(log.orElseThrow())) {
            read.skipNBytes(before);
            return PLAN.matcher(new String(read.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> tree(found.group(1)).path("Plan"))
                    .toList();
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
