package dev.solecast.release.derived;

import dev.solecast.forecast.ForecastMethod;
import dev.solecast.release.Release;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorTotals;
import dev.solecast.release.Rumors;
import dev.solecast.source.TrackRecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Keeps what is stored of a release's rumors true: its date, its counts and, as long as it is awaited, its forecast.
 */
@ApplicationScoped
public class ForecastUpdater {

    private final Rumors rumors;
    private final TrackRecordReader records;
    private final Clock clock;

    ForecastUpdater(Rumors rumors, TrackRecordReader records, Clock clock) {
        this.rumors = rumors;
        this.records = records;
        this.clock = clock;
    }

    /** To be called in every transaction that changed its rumors, or the records of those who spoke. */
    public void renew(Release release) {
        renew(List.of(release), Map.of(release, rumors.about(List.of(release))));
    }

    /**
     * The same for many, whose sources' records are read at once.
     *
     * @param said all that was ever said of each
     */
    public void renew(Collection<Release> releases, Map<Release, List<Rumor>> said) {
        if (releases.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var all = releases.stream()
                .filter(release -> release.status().awaited())
                .flatMap(release -> said.getOrDefault(release, List.of()).stream())
                .filter(rumor -> rumor.standsOn(today))
                .toList();
        var known = records.by(today, Rumor.sourceIds(all));
        for (var release : releases) {
            var standing = said.getOrDefault(release, List.of()).stream()
                    .filter(rumor -> rumor.standsOn(today))
                    .toList();
            var evidence = standing.stream().map(Rumor::evidence).toList();
            var judgement = release.status().awaited() ? ForecastMethod.judge(evidence, known, today) : null;
            release.weigh(RumorTotals.of(standing), judgement, today, now);
        }
    }
}
