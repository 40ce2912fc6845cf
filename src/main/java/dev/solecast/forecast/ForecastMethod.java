package dev.solecast.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes forecasts from rumors: the entry point of this room. */
public final class ForecastMethod {
    private ForecastMethod() {}

    /**
     * Computes the forecast for a release that has not come before {@code today}, from the rumors that had been said,
     * and not been retracted, by the end of that day; null when there are none.
     */
    public static @Nullable Forecast forecast(Collection<Evidence> evidence, Records records, LocalDate today) {
        List<Origin> origins = Origins.among(evidence, today);
        return origins.isEmpty()
                ? null
                : distribution(origins, OpinionPool.opinions(origins, records)).on(today);
    }

    /** Computes the same with the weight of each rumor, to be stored or explained; null when there are no rumors. */
    public static @Nullable Assessment assess(Collection<Evidence> evidence, Records records, LocalDate asOf) {
        List<Origin> origins = Origins.among(evidence, asOf);
        if (origins.isEmpty()) {
            return null;
        }
        List<Opinion> opinions = OpinionPool.opinions(origins, records);
        List<Evidence> unretracted =
                evidence.stream().filter(rumor -> rumor.isUnretractedOn(asOf)).toList();
        return new Assessment(distribution(origins, opinions), WeightReasons.of(opinions, unretracted), origins.size());
    }

    private static DateDistribution distribution(List<Origin> origins, List<Opinion> opinions) {
        LocalDate newest = origins.stream()
                .map(origin -> origin.newest().saidOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return OpinionPool.pool(opinions, newest);
    }
}
