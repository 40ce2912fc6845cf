package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import dev.solecast.forecast.Assessment;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The totals and the forecast of the unretracted rumors about a release, stored with the release. */
@Embeddable
public class RumorAggregates {

    private int rumorCount;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private int sourceCount;

    @Enumerated(EnumType.STRING)
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> sources = List.of();

    @Embedded
    private @Nullable StoredForecast forecast;

    /** The aggregates of no rumors. */
    RumorAggregates() {}

    /**
     * @param assessment null if there is no rumor, or the release is no longer awaited
     * @param date the window shown as the release's date
     */
    RumorAggregates(RumorTotals totals, @Nullable Assessment assessment, LocalDate today, @Nullable Window date) {
        rumorCount = totals.count();
        sourceCount = totals.sourceIds().size();
        strongestKind = totals.strongest();
        sources = totals.sourceIds();
        forecast = assessment == null ? null : new StoredForecast(assessment, today, date);
    }

    /** The columns of {@link #values}, in the same order. */
    public static final List<String> COLUMNS = Stream.concat(
                    Stream.of("rumor_count", "source_count", "strongest_kind", "sources"),
                    StoredForecast.COLUMNS.stream())
            .toList();

    /** The values of {@link #COLUMNS}, in the same order. */
    public List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                rumorCount, sourceCount, strongestKind == null ? null : strongestKind.wireName(), sources));
        values.addAll(forecast == null ? StoredForecast.NOTHING : forecast.values());
        return values;
    }

    @Nullable
    Assessment assessment() {
        return forecast == null ? null : forecast.assessment();
    }

    RumorTotals totals(@Nullable Window date) {
        return new RumorTotals(rumorCount, sources, strongestKind, date);
    }
}
