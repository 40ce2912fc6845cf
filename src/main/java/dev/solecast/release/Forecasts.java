package dev.solecast.release;

import dev.solecast.release.forecast.Method;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps what is stored of a release's rumors true: its date, its counts and its forecast. */
@ApplicationScoped
class Forecasts {

    private final Rumors rumors;
    private final TrackRecords records;
    private final Clock clock;

    Forecasts(Rumors rumors, TrackRecords records, Clock clock) {
        this.rumors = rumors;
        this.records = records;
        this.clock = clock;
    }

    /** To be called in every transaction that changed its rumors, or the records of those who spoke. */
    void renew(Release release) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var standing = rumors.about(List.of(release)).stream()
                .filter(rumor -> rumor.standsOn(today))
                .toList();
        var evidence = standing.stream().map(Rumor::evidence).toList();
        release.weigh(Digest.of(standing), Method.judge(evidence, records.by(today, standing), today), now);
    }
}
