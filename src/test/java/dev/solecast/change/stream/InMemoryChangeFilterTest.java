package dev.solecast.change.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.ChangeView;
import dev.solecast.change.EntryType;
import dev.solecast.change.JsonText;
import dev.solecast.change.LoggedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that name no slug, which therefore need no database. */
class InMemoryChangeFilterTest {

    /** Changes are named by their sequence numbers, which count from 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -             | -                          | 1 2 3 4 5 6
            BRAND         | -                          | 1
            BRAND MODEL   | -                          | 1 2
            COLORWAY      | -                          | -
            RELEASE       | -                          | 3 4 5 6
            -             | CREATED                    | 1 3
            -             | CREATED RUMOR_ADDED        | 1 3 4
            -             | DELETED                    | -
            RELEASE       | CREATED                    | 3
            RELEASE       | FORECAST_MOVED RUMOR_ADDED | 4 5
            BRAND RELEASE | CREATED DATE_CHANGED       | 1 3 6
            MODEL         | CREATED                    | -
            """)
    void changesOfTheseTypesAndKindsMatchInTheirOrder(String types, String kinds, String matching) {
        var filter = new ChangeFilter(
                values(types, EntryType::valueOf),
                values(kinds, ChangeKind::valueOf),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        var found = new InMemoryChangeFilter(filter, null).apply(log());
        assertThat(found.stream().map(LoggedChange::sequence))
                .containsExactlyElementsOf(values(matching, Long::valueOf));
    }

    private static List<LoggedChange> log() {
        var log = new ArrayList<LoggedChange>();
        add(log, EntryType.BRAND, "saucony", ChangeKind.CREATED);
        add(log, EntryType.MODEL, "saucony-progrid-omni-9", ChangeKind.UPDATED);
        add(log, EntryType.RELEASE, "saucony-progrid-omni-9-ww", ChangeKind.CREATED);
        add(log, EntryType.RELEASE, "saucony-progrid-omni-9-ww", ChangeKind.RUMOR_ADDED);
        add(log, EntryType.RELEASE, "saucony-progrid-omni-9-ww", ChangeKind.FORECAST_MOVED);
        add(log, EntryType.RELEASE, "saucony-progrid-omni-9-ww", ChangeKind.DATE_CHANGED);
        return log;
    }

    private static void add(List<LoggedChange> log, EntryType type, String slug, ChangeKind kind) {
        var view = new ChangeView(
                log.size() + 1,
                Instant.parse("2026-11-30T09:00:00Z"),
                type.wireName(),
                slug,
                1,
                kind.wireName(),
                new JsonText("{\"slug\": {\"old\": null, \"new\": \"" + slug + "\"}}"),
                null,
                null);
        log.add(new LoggedChange(view, "{}", List.of(type.tag(log.size() + 1))));
    }

    private static <V> List<V> values(@Nullable String names, Function<String, V> valueOf) {
        return names == null
                ? List.of()
                : Stream.of(names.split(" ")).map(valueOf).toList();
    }
}
