package dev.solecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.date.Precision;
import dev.solecast.date.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Scale SCALE = new Scale(6_000);

    private static final List<String> TEXTS = texts();

    private static final List<JsonNode> LINES = parse(TEXTS);

    private static List<String> texts() {
        var texts = new ArrayList<String>();
        Catalogue.write(SCALE, line -> texts.add(line.toString()));
        return texts;
    }

    private static List<JsonNode> parse(List<String> texts) {
        var reader = new ObjectMapper().readerFor(JsonNode.class);
        try (var lines = reader.<JsonNode>readValues(String.join("\n", texts))) {
            return lines.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> of(String type) {
        return LINES.stream()
                .filter(line -> line.path("type").asText().equals(type))
                .toList();
    }

    @Test
    void sameScaleGivesTheSameLines() {
        assertThat(texts()).isEqualTo(TEXTS);
    }

    @Test
    void countsAreThoseOfARealCatalogue() {
        assertThat(of("release")).hasSize(6_000);
        assertThat(of("brand")).hasSize(40);
        assertThat(of("colorway")).hasSize(5_000);
        assertThat(of("model")).hasSize(625);
        assertThat(of("rumor").size() / 6_000.0).isCloseTo(3, within(0.1));
        assertThat(of("colorway").stream().filter(line -> line.has("collaboration")))
                .hasSize(300);
    }

    @Test
    void windowsAreAsPreciseAsThoseOfRealSources() {
        var precisions = of("rumor").stream()
                .map(line -> Window.parse(line.path("window").asText()).precision())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double all = of("rumor").size();

        assertThat(precisions.get(Precision.DAY) / all).isCloseTo(0.55, within(0.02));
        assertThat(precisions.get(Precision.MONTH) / all).isCloseTo(0.25, within(0.02));
        assertThat((precisions.get(Precision.SEASON) + precisions.get(Precision.QUARTER)) / all)
                .isCloseTo(0.15, within(0.02));
        assertThat(precisions.get(Precision.YEAR) / all).isCloseTo(0.05, within(0.01));
    }

    @Test
    void datesAreSpreadOver2015To2028() {
        var years = of("release").stream()
                .filter(line -> line.has("releasedOn"))
                .map(line -> line.path("releasedOn").asText().substring(0, 4))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(years.keySet()).contains("2015", "2020", "2026").doesNotContain("2014", "2027");
        assertThat(years.get("2020") / 6_000.0).isCloseTo(1 / 14.0, within(0.01));
    }

    @Test
    void lineRefersOnlyToEarlierLines() {
        Map<String, String> references = Map.of(
                "brand", "brand",
                "model", "model",
                "collaboration", "collaboration",
                "colorway", "colorway",
                "source", "source",
                "release", "release");
        Set<String> known = new HashSet<>();
        for (JsonNode line : LINES) {
            references.forEach((field, type) -> {
                if (line.has(field)) {
                    assertThat(known)
                            .as(line.toString())
                            .contains(type + " " + line.path(field).asText());
                }
            });
            if (line.has("slug")) {
                assertThat(known.add(line.path("type").asText() + " "
                                + line.path("slug").asText()))
                        .as("a slug of its own: %s", line)
                        .isTrue();
            }
        }
    }
}
