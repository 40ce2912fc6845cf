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

/** Updates the stored aggregates of a release's rumors: its date, its counts and, while it is awaited, its forecast. */
@ApplicationScoped
class ForecastUpdater {

    private final Rumors rumors;
    private final TrackRecordReader trackRecords;
    private final Clock clock;

    ForecastUpdater(Rumors rumors, TrackRecordReader trackRecords, Clock clock) {
        this.rumors = rumors;
        this.trackRecords = trackRecords;
        this.clock = clock;
    }

    void refresh(Release release) {
        refresh(List.of(release), Map.of(release, rumors.listAbout(List.of(release))));
    }

    /**
     * Refreshes many releases; the records of all their sources are read together.
     *
     * @param rumorsByRelease all rumors about each, retracted ones included
     */
    void refresh(Collection<Release> releases, Map<Release, List<Rumor>> rumorsByRelease) {
        if (releases.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var counting = releases.stream()
                .filter(release -> release.status().awaited())
                .flatMap(release -> rumorsByRelease.getOrDefault(release, List.of()).stream())
                .filter(rumor -> rumor.isUnretractedOn(today))
                .toList();
        var records = trackRecords.readUntil(today, Rumor.sourceIds(counting));
        for (var release : releases) {
            var unretracted = rumorsByRelease.getOrDefault(release, List.of()).stream()
                    .filter(rumor -> rumor.isUnretractedOn(today))
                    .toList();
            var evidence = unretracted.stream().map(Rumor::evidence).toList();
            var assessment = release.status().awaited() ? ForecastMethod.assess(evidence, records, today) : null;
            release.updateAggregates(RumorTotals.of(unretracted), assessment, today, now);
        }
    }
}
