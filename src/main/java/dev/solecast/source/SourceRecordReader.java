package dev.solecast.source;

import dev.solecast.forecast.Baseline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;

/** Reads the record of a source from its scored claims. */
@ApplicationScoped
class SourceRecordReader {

    private final EntityManager database;

    SourceRecordReader(EntityManager database) {
        this.database = database;
    }

    /** The record of this source, from all its scored claims. */
    SourceRecord read(Source source) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        "select hit, slip, crps, " + Baseline.COLUMNS + " from claim_score where source_id = :source",
                        Object[].class)
                .setParameter("source", source.id())
                .getResultList();
        return SourceRecord.of(rows.stream().map(SourceRecordReader::claim).toList());
    }

    private static SourceRecord.Claim claim(Object[] row) {
        var rules = new EnumMap<Baseline, Double>(Baseline.class);
        int column = 3;
        for (var rule : Baseline.values()) {
            if (row[column] != null) {
                rules.put(rule, number(row[column]));
            }
            column++;
        }
        return new SourceRecord.Claim(
                (Boolean) row[0], row[1] == null ? null : ((Number) row[1]).longValue(), number(row[2]), rules);
    }

    private static double number(Object column) {
        return ((Number) column).doubleValue();
    }
}
