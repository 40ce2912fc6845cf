package dev.solecast.forecast;

import java.util.EnumMap;
import java.util.Map;

/** The track records of sources, by the kind of rumor, and with them those of each kind as a whole. */
public final class Records {

    /** Nothing resolved yet. */
    public static final Records NONE = new Records(Map.of(), Map.of());

    /** Whose record it is. */
    public record Key(String source, Kind kind) {}

    private final Map<Key, TrackRecord> own;
    private final Map<Kind, Reliability> kinds = new EnumMap<>(Kind.class);

    private Records(Map<Key, TrackRecord> own, Map<Kind, TrackRecord> all) {
        this.own = own;
        for (Kind kind : Kind.values()) {
            TrackRecord record = all.getOrDefault(kind, TrackRecord.EMPTY);
            kinds.put(
                    kind,
                    Prior.of(kind).mixed(record, Parameters.PRIOR_WEIGHS_RUMORS, Parameters.PRIOR_WEIGHS_RELEASES));
        }
    }

    /**
     * Joins what each source earned with what all of them did.
     *
     * @param own of the sources that matter; one that is missing counts as new
     * @param all the sums over every source, by kind
     */
    public static Records of(Map<Key, TrackRecord> own, Map<Kind, TrackRecord> all) {
        return new Records(Map.copyOf(own), all);
    }

    /** A new source is taken for an average one of its kind, and earns its way. */
    Reliability expected(String source, Kind kind) {
        Reliability average = kinds.get(kind);
        if (average == null) {
            throw new IllegalStateException("every kind has an average: " + kind);
        }
        TrackRecord record = own.get(new Key(source, kind));
        return record == null
                ? average
                : average.mixed(record, Parameters.KIND_WEIGHS_RUMORS, Parameters.KIND_WEIGHS_RELEASES);
    }
}
