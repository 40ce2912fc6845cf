package dev.solecast.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void columnsAreTheFieldsOfTheDocumentAndThoseOfTheLine() {
        assertThat(Columns.list(List.of(LineType.SOURCE)))
                .containsExactly("type", "slug", "name", "kind", "role", "home", "since", "formerSlugs");
        assertThat(Columns.list(List.of(LineType.RUMOR))).endsWith("statement", "release", "id", "retraction");
        assertThat(Columns.list(Arrays.asList(LineType.values())))
                .startsWith("type", "slug", "name")
                .contains("history", "styleCode", "retraction")
                .doesNotHaveDuplicates();
    }

    @Test
    void cellFollowsFromTheTypeOfTheField() {
        assertThat(Columns.findCellType("release", "region")).isEqualTo(CellType.TEXT);
        assertThat(Columns.findCellType("release", "launchZone")).isEqualTo(CellType.TEXT);
        assertThat(Columns.findCellType("release", "releasedOn")).isEqualTo(CellType.TEXT);
        assertThat(Columns.findCellType("release", "status")).isEqualTo(CellType.TEXT);
        assertThat(Columns.findCellType("release", "retailPrice")).isEqualTo(CellType.JSON);
        assertThat(Columns.findCellType("release", "history")).isEqualTo(CellType.JSON);
        assertThat(Columns.findCellType("rumor", "cancels")).isEqualTo(CellType.BOOLEAN);
        assertThat(Columns.findCellType("rumor", "copiesRumor")).isEqualTo(CellType.TEXT);
        assertThat(Columns.findCellType("model", "aliases")).isEqualTo(CellType.JSON);
        assertThat(Columns.findCellType("shoe", "aliases")).isEqualTo(CellType.JSON);
        assertThat(Columns.findCellType("model", "colour")).isNull();
    }
}
