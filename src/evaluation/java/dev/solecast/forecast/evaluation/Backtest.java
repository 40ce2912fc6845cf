package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.Kind;
import dev.solecast.forecast.Records;
import dev.solecast.forecast.TrackRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays a world day by day; at each moment only earlier rumors and outcomes are known. */
final class Backtest {

    /** The days before the outcome of a release at which its forecast is evaluated. */
    static final List<Integer> LEADS = List.of(180, 90, 60, 30, 14, 7, 1);

    /** Calibration is evaluated in even steps, because a day chosen by its distance to the outcome would reveal it. */
    private static final int STEP_DAYS = 30;

    /** A forecast to be made on a day; {@code lead} is the days before the outcome, 0 for the even steps. */
    record Moment(SimulatedRelease release, List<Evidence> rumors, Records records, int day, int lead) {
        LocalDate today() {
            return LocalDate.ofEpochDay(day);
        }
    }

    private record Event(int day, SimulatedRelease release, int lead) {}

    private final Map<Records.Key, TrackRecord> own = new HashMap<>();
    private final Map<Kind, TrackRecord> kinds = new EnumMap<>(Kind.class);
    private final Map<SimulatedRelease, List<Evidence>> rumors = new HashMap<>();

    static List<Moment> through(SimulatedWorld world) {
        return new Backtest().run(world);
    }

    private List<Moment> run(SimulatedWorld world) {
        List<Event> events = new ArrayList<>();
        for (SimulatedRelease release : world.releases()) {
            rumors.put(release, SimulatedEvidence.of(release));
            LEADS.stream()
                    .filter(lead -> release.resolved() - lead >= release.firstDay())
                    .forEach(lead -> events.add(new Event(release.resolved() - lead, release, lead)));
            for (int day = release.firstDay() + STEP_DAYS / 2; day < release.resolved(); day += STEP_DAYS) {
                events.add(new Event(day, release, 0));
            }
            events.add(new Event(release.resolved(), release, -1));
        }
        events.sort(Comparator.comparingInt(Event::day).thenComparing(Event::lead, Comparator.reverseOrder()));
        List<Moment> moments = new ArrayList<>();
        Records known = Records.NONE;
        for (Event event : events) {
            List<Evidence> said = rumors.getOrDefault(event.release(), List.of());
            if (event.lead() < 0) {
                resolve(event.release(), said);
                known = Records.of(own, kinds);
            } else {
                moments.add(new Moment(event.release(), said, known, event.day(), event.lead()));
            }
        }
        return moments;
    }

    private void resolve(SimulatedRelease release, List<Evidence> said) {
        LocalDate released = release.released() == null ? null : LocalDate.ofEpochDay(release.released());
        TrackRecord.of(said, released).forEach((key, record) -> {
            own.merge(key, record, TrackRecord::plus);
            kinds.merge(key.kind(), record, TrackRecord::plus);
        });
    }
}
