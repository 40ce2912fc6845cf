package dev.solecast.feed;

import dev.solecast.release.list.ReleaseQueries;
import dev.solecast.release.read.ReleaseStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a calendar event by event, so that none is held in memory. */
final class CalendarWriter implements ReleaseStream.Reader {

    private static final Duration REFRESH = Duration.ofHours(1);

    private final LineFolder lines;
    private final ReleaseEvent event;
    private final LongWindows longWindows;
    private boolean empty = true;

    CalendarWriter(LineFolder lines, ReleaseEvent event, LongWindows longWindows) {
        this.lines = lines;
        this.event = event;
        this.longWindows = longWindows;
    }

    void open(String name) {
        lines.write("BEGIN:VCALENDAR\r\n");
        Stream.of(
                        ImmutableVersion.VERSION_2_0,
                        new ProdId("-//Solecast//Solecast//EN"),
                        ImmutableCalScale.GREGORIAN,
                        new Name(name),
                        new XProperty("X-WR-CALNAME", name),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                        new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))
                .forEach(lines::write);
    }

    @Override
    public void begin(List<ReleaseQueries.LaunchZone> zones) {
        zones.stream().map(TimeZoneComponents::of).forEach(this::add);
    }

    @Override
    public void next(ReleaseStream.StreamedRelease release) {
        var slot = CalendarSlot.of(release.view(), longWindows);
        if (slot != null) {
            add(event.of(release, slot));
        }
    }

    private void add(Component component) {
        lines.write(component);
        empty = false;
    }

    /** Ends the calendar. It must not be empty (RFC 5545, 3.6) although the filter may find no release yet. */
    void close() {
        if (empty) {
            add(TimeZoneComponents.utc());
        }
        lines.write("END:VCALENDAR\r\n");
    }
}
