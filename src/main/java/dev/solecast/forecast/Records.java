package dev.solecast.forecast;

import java.util.EnumMap;
import java.util.Map;

/** The track records of sources by kind of rumor, and the average of each kind over all sources. */
public final class Records {

    /** No track records: nothing is resolved yet. */
    public static final Records NONE = new Records(Map.of(), Map.of());

    /** The source and kind of rumor that a track record is about. */
    public record Key(String source, Kind kind) {}

    private final Map<Key, TrackRecord> own;
    private final Map<Kind, Reliability> averages = new EnumMap<>(Kind.class);

    private Records(Map<Key, TrackRecord> own, Map<Kind, TrackRecord> all) {
        this.own = own;
        for (Kind kind : Kind.values()) {
            TrackRecord record = all.getOrDefault(kind, TrackRecord.EMPTY);
            averages.put(
                    kind,
                    Prior.of(kind)
                            .updatedWith(record, Parameters.PRIOR_WEIGHS_RUMORS, Parameters.PRIOR_WEIGHS_RELEASES));
        }
    }

    /**
     * Combines the records of sources with the totals of all sources.
     *
     * @param own the records of the sources that matter; a missing source counts as new
     * @param all the totals over every source, by kind
     */
    public static Records of(Map<Key, TrackRecord> own, Map<Kind, TrackRecord> all) {
        return new Records(Map.copyOf(own), all);
    }

    /** The reliability of a source's rumors of this kind; a new source starts as an average one. */
    Reliability reliability(String source, Kind kind) {
        Reliability average = averages.get(kind);
        if (average == null) {
            throw new IllegalStateException("every kind has an average: " + kind);
        }
        TrackRecord record = own.get(new Key(source, kind));
        return record == null
                ? average
                : average.updatedWith(record, Parameters.KIND_WEIGHS_RUMORS, Parameters.KIND_WEIGHS_RELEASES);
    }
}
