package dev.solecast.exchange.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.exchange.format.Columns;
import dev.solecast.exchange.format.LineType;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportStatementsTest {

    /** The day of a cancellation is told by the history. */
    private static final List<String> NOT_EXPORTED = List.of(Columns.TYPE, "cancelledOn");

    @ParameterizedTest
    @EnumSource
    void everyFieldOfALineIsRead(LineType type) {
        assertThat(Columns.list(List.of(type)).stream().filter(field -> !NOT_EXPORTED.contains(field)))
                .allSatisfy(field -> assertThat(ExportStatements.of(type, false))
                        .containsPattern("[ .\"]" + Pattern.quote(field) + "\\b"));
    }
}
