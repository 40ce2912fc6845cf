package dev.solecast.feed;

import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.list.ReleaseQueries.LaunchZone;
import dev.solecast.release.read.ReleaseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Writes a calendar event by event, so that none is held in memory. */
final class CalendarWriter implements ReleaseStream.Reader {

    private static final Duration REFRESH = Duration.ofHours(1);

    private final String name;
    private final ReleaseEvent event;
    private final LongWindows longWindows;
    private final OutputOpener output;
    private final Set<String> zones = new HashSet<>();
    private @Nullable LineFolder lines;
    private boolean empty = true;

    CalendarWriter(String name, ReleaseEvent event, LongWindows longWindows, OutputOpener output) {
        this.name = name;
        this.event = event;
        this.longWindows = longWindows;
        this.output = output;
    }

    /** Opens the output once the releases are found, because a problem can no longer be told then. */
    @FunctionalInterface
    interface OutputOpener {
        LineFolder open() throws IOException;
    }

    @Override
    public void begin(List<LaunchZone> launchZones) {
        write("BEGIN:VCALENDAR\r\n");
        Stream.of(
                        ImmutableVersion.VERSION_2_0,
                        new ProdId("-//Solecast//Solecast//EN"),
                        ImmutableCalScale.GREGORIAN,
                        new Name(name),
                        new XProperty("X-WR-CALNAME", name),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                        new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))
                .forEach(this::write);
        launchZones.forEach(this::add);
    }

    @Override
    public void next(DatedRelease release) {
        var slot = CalendarSlot.of(release, longWindows);
        if (slot instanceof CalendarSlot.Moment(var launch) && !zones.contains(launch.zone())) {
            // A launch that was added since the zones were listed.
            add(new LaunchZone(ZoneId.of(launch.zone()), launch.local(), launch.local()));
        }
        if (slot != null) {
            add(event.of(release, slot));
        }
    }

    private void add(LaunchZone zone) {
        add(TimeZoneComponents.of(zone));
        zones.add(zone.zone().getId());
    }

    private void add(Object component) {
        write(component);
        empty = false;
    }

    private void write(Object part) {
        try {
            if (lines == null) {
                lines = output.open();
            }
            lines.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the calendar. It must not be empty (RFC 5545, 3.6) although the filter may find no release yet. */
    void close() {
        if (empty) {
            add(TimeZoneComponents.utc());
        }
        write("END:VCALENDAR\r\n");
    }
}
