package dev.solecast.forecast;

import static dev.solecast.forecast.EvidenceBuilder.from;
import static dev.solecast.forecast.EvidenceBuilder.says;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about the forecast method must show the figures of the method that runs. */
class MethodPageTest {
    private static final String PAGE = read("index.html");
    private static final Window MARCH = Window.parse("2027-03");
    private static final Assessment EXAMPLE = requireNonNull(ForecastMethod.assess(
            List.of(
                    says(1, "leaker", Kind.REPORT, "2027-01-10", "2027-03"),
                    from("leaker", says(2, "blog", Kind.REPORT, "2027-01-12", "2027-03")),
                    says(3, "brand", Kind.TEASER, "2027-02-01", null),
                    says(4, "shop", Kind.RETAILER_LISTING, "2027-02-20", "2027-03-19")),
            Records.NONE,
            LocalDate.of(2027, 3, 1)));

    @Test
    void exampleShowsTheWeights() {
        assertThat(shown("version")).isEqualTo(Forecast.METHOD_VERSION);
        assertThat(shown("posts")).isEqualTo(String.valueOf(EXAMPLE.posts()));
        assertThat(shown("origins")).isEqualTo(String.valueOf(EXAMPLE.origins()));
        assertThat(EXAMPLE.weights())
                .allSatisfy(
                        weight -> assertThat(shown("weight-" + weight.rumor())).isEqualTo(rounded(weight.when())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01", "2027-03-26", "2027-06-01"})
    void exampleShowsTheForecastOfItsDays(String day) {
        Forecast forecast = EXAMPLE.on(LocalDate.parse(day));
        Forecast.Interval middle = requireNonNull(forecast.within80());

        assertThat(shown("happens-" + day)).isEqualTo(rounded(forecast.happens()));
        assertThat(shown("likeliest-" + day)).isEqualTo(Objects.toString(forecast.likeliest()));
        assertThat(shown("median-" + day)).isEqualTo(Objects.toString(forecast.median()));
        assertThat(shown("within80-" + day)).isEqualTo(middle.from() + " to " + middle.to());
        assertThat(shown("confidence-" + day)).isEqualTo(rounded(forecast.confidence(MARCH)));
        assertThat(shown("summary-" + day))
                .isEqualTo(requireNonNull(forecast.summary()).label());
    }

    @Test
    void priorsAreThoseInUse() {
        List<String> rows = rows("priors");

        assertThat(rows)
                .hasSize(Kind.values().length)
                .isEqualTo(
                        Arrays.stream(Kind.values()).map(MethodPageTest::prior).toList());
    }

    private static String prior(Kind kind) {
        Reliability prior = Prior.of(kind);
        return String.format(
                Locale.ROOT,
                "%s %.2f %.2f %.2f %.2f %.2f %.0f days",
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                prior.comes(),
                prior.onTime(),
                prior.late(),
                prior.early(),
                prior.far(),
                prior.lagDays());
    }

    @Test
    void resultsAreThoseOfTheEvaluation() {
        String results = read("results.txt");
        String[] families = results.split("HOSTILE worlds", 2);

        assertThat(rows("results")).hasSize(8).allSatisfy(row -> {
            String lead = row.replaceAll(" [0-9]+\\.[0-9].*", "");
            String[] figures = row.substring(lead.length() + 1).split(" ");
            for (int i = 0; i < figures.length; i++) {
                String line = families[i / 4]
                        .lines()
                        .filter(text -> text.strip().startsWith(lead + " "))
                        .findFirst()
                        .orElseThrow();
                assertThat(line.split("\\|")[i % 4]).contains(" " + figures[i]);
            }
        });
    }

    private static String shown(String id) {
        return Pattern.compile("id=\"" + id + "\">([^<]*)<")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page shows no " + id));
    }

    /** The cells of each row of a table, without the header, joined by spaces. */
    private static List<String> rows(String table) {
        String start = PAGE.substring(PAGE.indexOf("<table id=\"" + table));
        return start.substring(0, start.indexOf("</table>"))
                .lines()
                .filter(line -> line.startsWith("<tr><td>"))
                .map(line -> Pattern.compile("<td[^>]*>([^<]*)</td>")
                        .matcher(line)
                        .results()
                        .map((MatchResult cell) -> cell.group(1))
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                .toList();
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String read(String name) {
        try (var page = MethodPageTest.class.getResourceAsStream("/META-INF/resources/docs/method/" + name)) {
            return new String(requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
