package dev.solecast.feed;

import dev.solecast.release.list.ReleaseQueries.LaunchZone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Builds the time zones of a calendar. They follow the JDK's rules, not ical4j's own, so that a calendar and the API
 * never disagree about an instant; each clock change is listed by itself, and only around the launches.
 */
final class TimeZoneComponents {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private TimeZoneComponents() {}

    static VTimeZone of(LaunchZone launches) {
        var zone = launches.zone();
        var rules = zone.getRules();
        var start = launches.first().minusYears(1).withDayOfYear(1);
        var end = launches.last().plusYears(1).atZone(zone).toInstant();
        var offset = rules.getOffset(start);
        var observances = new ArrayList<Observance>();
        observances.add(observance(zone, start, offset, offset));
        for (var change = rules.nextTransition(start.toInstant(offset));
                change != null && change.getInstant().isBefore(end);
                change = rules.nextTransition(change.getInstant())) {
            observances.add(observance(zone, change));
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    /** The time zone UTC, for a calendar without launches. */
    static VTimeZone utc() {
        var epoch = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);
        return of(new LaunchZone(ZoneId.of("Etc/UTC"), epoch, epoch));
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        return observance(zone, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
    }

    /**
     * @param from the local time of the change, by the offset before it
     */
    private static Observance observance(ZoneId zone, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        var instant = from.toInstant(before);
        var properties = new PropertyList(List.of(
                new DtStart<>(from),
                new TzOffsetFrom(before),
                new TzOffsetTo(after),
                new TzName(NAME.format(instant.atZone(zone)))));
        return zone.getRules().isDaylightSavings(instant) ? new Daylight(properties) : new Standard(properties);
    }
}
