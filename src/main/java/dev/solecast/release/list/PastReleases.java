package dev.solecast.release.list;

import dev.solecast.release.AsOf;
import dev.solecast.sql.SqlStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The SQL of releases as they stood on a past day, from the table {@code release_past}, whose rows have two times: the
 * days on which something was so, and the days on which this service knew it.
 */
final class PastReleases {

    /** The last day of a row that still holds. */
    private static final String STILL = "infinity";

    private PastReleases() {}

    /**
     * The releases about which there was a rumor or a change of status, with the columns that filters and orders use,
     * as {@code r}. What editors write of a release has no history and is that of today.
     */
    static SqlStatement asOf(AsOf asOf) {
        return new SqlStatement("""
                (select p.release_id as id, s.slug, p.status, p.strongest_kind, p.date_days, p.sort_day, p.sort_span,
                    p.status not in ('released', 'cancelled') as awaited, s.brand_id, s.model_id, s.collaboration_id,
                    s.colorway_id, s.region, s.channel, s.kind, s.line, s.audience, s.price_currency, s.price_amount,
                    s.colors, s.updated_at
                from release_past p join release s on s.id = p.release_id
                where s.awaited is not null and p.from_day <= ? and p.until_day > ? and\s""", asOf.day(), asOf.day()).add(known(asOf)).add(") r");
    }

    private static SqlStatement known(AsOf asOf) {
        var recordedBy = asOf.recordedBy();
        return recordedBy == null
                ? new SqlStatement("p.known_until = '" + STILL + "'")
                : new SqlStatement("p.known_from <= ? and p.known_until > ?", recordedBy, recordedBy);
    }

    /** The stages of all collaborations, as a table of {@code collaboration_id} and {@code stage}. */
    static SqlStatement stages(AsOf asOf) {
        return asOf.recordedBy() == null
                ? new SqlStatement("past_stages(?, '" + STILL + "')", asOf.day())
                : new SqlStatement("past_stages(?, ?)", asOf.day(), asOf.recordedBy());
    }

    /**
     * The ids of releases about which one of these sources had said something that was not retracted.
     *
     * @param sources ids, not slugs, so that the planner knows how much each has said
     */
    static SqlStatement spokenOfBy(List<Long> sources, AsOf asOf) {
        var spoken = new SqlStatement("""
                select u.release_id from rumor u where u.source_id = any(?) and u.said_by <= ?
                    and (u.retracted_at is null or u.retracted_at >= ?)""", sources.toArray(Long[]::new), asOf.day(), endOf(asOf.lastRetraction()));
        return asOf.recordedBy() == null ? spoken : spoken.add(" and u.recorded_at < ?", endOf(asOf.recordedBy()));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
