package dev.solecast.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FilterLinksTest {

    @Test
    void filtersArePassedOnAndWhatIsNoneIsLeftOut() {
        var filters = FilterLinks.of(Map.of(
                "brand", List.of("mizuno,nike"),
                "line", List.of("Made in U.S.A."),
                "minConfidence", List.of("0.5"),
                "fbclid", List.of("x"),
                "view", List.of("month"),
                "model", List.of("")));
        assertThat(filters.appendTo("/v1/feed.atom"))
                .isEqualTo("/v1/feed.atom?brand=mizuno,nike&line=Made+in+U.S.A.&minConfidence=0.5");
        assertThat(filters.without(List.of("brand", "line")).appendTo("/")).isEqualTo("/?minConfidence=0.5");
        assertThat(filters.without(List.of("brand", "line", "minConfidence")).appendTo("/"))
                .isEqualTo("/");
        assertThat(filters.filters().getLast().attribute()).isEqualTo("min-confidence");
    }

    @Test
    void componentKnowsEveryFilterOfTheApi() throws Exception {
        String script;
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/embed/drops.js"))) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        var known = Pattern.compile("FILTERS = `([^`]*)`").matcher(script);
        assertThat(known.find()).isTrue();
        var attributes = new TreeSet<>(Arrays.asList(known.group(1).trim().split("\\s+")));
        attributes.removeAll(List.of("limit", "tz"));
        assertThat(attributes)
                .isEqualTo(FilterLinks.names().stream()
                        .map(name -> new FilterLinks.Filter(name, "").attribute())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
