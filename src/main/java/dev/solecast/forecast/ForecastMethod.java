package dev.solecast.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From rumors to a forecast: the entrance of this room. */
public final class ForecastMethod {
    private ForecastMethod() {}

    /**
     * The forecast for a release that has not come before {@code today}, from what had been said, and not been taken
     * back, by the end of that day; null when nothing had.
     */
    public static @Nullable Forecast forecast(Collection<Evidence> evidence, Records records, LocalDate today) {
        List<Origin> origins = Origins.among(evidence, today);
        return origins.isEmpty()
                ? null
                : believe(origins, OpinionPool.voices(origins, records)).on(today);
    }

    /** The same with the part of every rumor in it, to be stored or explained; null when nothing had been said. */
    public static @Nullable Assessment judge(Collection<Evidence> evidence, Records records, LocalDate asOf) {
        List<Origin> origins = Origins.among(evidence, asOf);
        if (origins.isEmpty()) {
            return null;
        }
        List<Opinion> voices = OpinionPool.voices(origins, records);
        List<Evidence> standing =
                evidence.stream().filter(rumor -> rumor.standsOn(asOf)).toList();
        return new Assessment(believe(origins, voices), WeightReasons.of(voices, standing), origins.size());
    }

    private static DateDistribution believe(List<Origin> origins, List<Opinion> voices) {
        LocalDate newest = origins.stream()
                .map(origin -> origin.newest().saidOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return OpinionPool.belief(voices, newest);
    }
}
