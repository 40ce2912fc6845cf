package dev.solecast.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void columnsAreTheFieldsOfTheDocumentAndThoseOfTheLine() {
        assertThat(Columns.of(List.of(LineType.SOURCE)))
                .containsExactly("type", "slug", "name", "kind", "role", "home", "since", "formerSlugs");
        assertThat(Columns.of(List.of(LineType.RUMOR))).endsWith("statement", "release", "id", "retraction");
        assertThat(Columns.of(Arrays.asList(LineType.values())))
                .startsWith("type", "slug", "name")
                .contains("history", "styleCode", "retraction")
                .doesNotHaveDuplicates();
    }

    @Test
    void cellFollowsFromTheTypeOfTheField() {
        assertThat(Columns.of("release", "region")).isEqualTo(CellType.TEXT);
        assertThat(Columns.of("release", "launchZone")).isEqualTo(CellType.TEXT);
        assertThat(Columns.of("release", "releasedOn")).isEqualTo(CellType.TEXT);
        assertThat(Columns.of("release", "status")).isEqualTo(CellType.TEXT);
        assertThat(Columns.of("release", "retailPrice")).isEqualTo(CellType.JSON);
        assertThat(Columns.of("release", "history")).isEqualTo(CellType.JSON);
        assertThat(Columns.of("rumor", "cancels")).isEqualTo(CellType.FLAG);
        assertThat(Columns.of("rumor", "copiesRumor")).isEqualTo(CellType.TEXT);
        assertThat(Columns.of("model", "aliases")).isEqualTo(CellType.JSON);
        assertThat(Columns.of("shoe", "aliases")).isEqualTo(CellType.JSON);
        assertThat(Columns.of("model", "colour")).isNull();
    }
}
