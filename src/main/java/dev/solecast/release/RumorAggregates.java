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

/** What the unretracted rumors about a release come to, as it is kept with the release. */
@Embeddable
public class RumorAggregates {

    private int rumorCount;

    @SuppressWarnings("UnusedVariable") // for lists
    private int sourceCount;

    @Enumerated(EnumType.STRING)
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> sources = List.of();

    @Embedded
    private @Nullable StoredForecast forecast;

    /** Nothing has been said. */
    RumorAggregates() {}

    /**
     * @param judgement null if there is no rumor, or the release is no longer awaited
     * @param date the window shown as the release's date
     */
    RumorAggregates(RumorTotals digest, @Nullable Assessment judgement, LocalDate today, @Nullable Window date) {
        rumorCount = digest.count();
        sourceCount = digest.sources().size();
        strongestKind = digest.strongest();
        sources = digest.sources();
        forecast = judgement == null ? null : new StoredForecast(judgement, today, date);
    }

    /** To be set to {@link #values}. */
    public static final List<String> COLUMNS = Stream.concat(
                    Stream.of("rumor_count", "source_count", "strongest_kind", "sources"),
                    StoredForecast.COLUMNS.stream())
            .toList();

    /** In the order of {@link #COLUMNS}. */
    public List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>(
                Arrays.asList(rumorCount, sourceCount, strongestKind == null ? null : strongestKind.word(), sources));
        values.addAll(forecast == null ? StoredForecast.NOTHING : forecast.values());
        return values;
    }

    @Nullable
    Assessment judgement() {
        return forecast == null ? null : forecast.judgement();
    }

    RumorTotals digest(@Nullable Window date) {
        return new RumorTotals(rumorCount, sources, strongestKind, date);
    }
}
