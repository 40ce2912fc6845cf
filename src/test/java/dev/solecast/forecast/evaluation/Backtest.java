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

/** Lives through a world day by day, knowing at each moment only what had been said and resolved by then. */
final class Backtest {

    /** Days before a release is resolved on which the forecast is looked at. */
    static final List<Integer> LEADS = List.of(180, 90, 60, 30, 14, 7, 1);

    /** In days: calibration is looked at in even steps, since a day chosen by its distance to the outcome would tell it. */
    private static final int STEP = 30;

    /** {@code lead} is 0 for the even steps. */
    record Moment(Story story, List<Evidence> rumors, Records records, int day, int lead) {
        LocalDate today() {
            return LocalDate.ofEpochDay(day);
        }
    }

    private record Event(int day, Story story, int lead) {}

    private final Map<Records.Key, TrackRecord> own = new HashMap<>();
    private final Map<Kind, TrackRecord> kinds = new EnumMap<>(Kind.class);
    private final Map<Story, List<Evidence>> rumors = new HashMap<>();

    static List<Moment> through(World world) {
        return new Backtest().live(world);
    }

    private List<Moment> live(World world) {
        List<Event> events = new ArrayList<>();
        for (Story story : world.stories()) {
            rumors.put(story, Rumors.of(story));
            LEADS.stream()
                    .filter(lead -> story.resolved() - lead >= story.begins())
                    .forEach(lead -> events.add(new Event(story.resolved() - lead, story, lead)));
            for (int day = story.begins() + STEP / 2; day < story.resolved(); day += STEP) {
                events.add(new Event(day, story, 0));
            }
            events.add(new Event(story.resolved(), story, -1));
        }
        events.sort(Comparator.comparingInt(Event::day).thenComparing(Event::lead, Comparator.reverseOrder()));
        List<Moment> moments = new ArrayList<>();
        Records known = Records.NONE;
        for (Event event : events) {
            List<Evidence> said = rumors.getOrDefault(event.story(), List.of());
            if (event.lead() < 0) {
                resolve(event.story(), said);
                known = Records.of(own, kinds);
            } else {
                moments.add(new Moment(event.story(), said, known, event.day(), event.lead()));
            }
        }
        return moments;
    }

    private void resolve(Story story, List<Evidence> said) {
        LocalDate released = story.released() == null ? null : LocalDate.ofEpochDay(story.released());
        TrackRecord.of(said, released).forEach((key, record) -> {
            own.merge(key, record, TrackRecord::plus);
            kinds.merge(key.kind(), record, TrackRecord::plus);
        });
    }
}
