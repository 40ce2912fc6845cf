package dev.solecast.feed;

import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.RumorView;
import dev.solecast.release.read.ReleaseStream.StreamedRelease;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/** Writes a release as a calendar event, which blocks no time and says how well its date is known. */
final class ReleaseEvent {

    private static final int MOST_SOURCES = 5;

    private final FeedMessages messages;
    private final String publicAddress;

    /**
     * @param publicAddress the address of this service, without a trailing slash
     */
    ReleaseEvent(FeedMessages messages, String publicAddress) {
        this.messages = messages;
        this.publicAddress = publicAddress;
    }

    VEvent of(StreamedRelease streamed, CalendarSlot slot) {
        var release = streamed.view();
        var page = publicAddress + "/releases/" + release.slug();
        var properties = new ArrayList<Property>(List.of(
                new Uid(streamed.uid() + "@solecast"),
                new DtStamp(release.updatedAt()),
                new LastModified(release.updatedAt()),
                new Sequence(streamed.moves()),
                status(release),
                ImmutableTransp.TRANSPARENT,
                new Summary(summary(release)),
                new Description(description(release, page)),
                new Url(URI.create(page))));
        switch (slot) {
            case CalendarSlot.Days(var first, var last) -> {
                properties.add(new DtStart<>(first));
                properties.add(new DtEnd<>(last.plusDays(1)));
            }
            case CalendarSlot.Moment(var launch) ->
                properties.add(new DtStart<>(launch.local().atZone(ZoneId.of(launch.zone()))));
        }
        if (!release.region().equals("WW")) {
            properties.add(new Location(messages.country(release.region())));
        }
        return new VEvent(new PropertyList(properties));
    }

    /** Only releases that have come, or are confirmed and not overdue, count as confirmed. */
    private static Status status(ReleaseView release) {
        return switch (release.status()) {
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
            case RELEASED -> ImmutableStatus.VEVENT_CONFIRMED;
            case CONFIRMED -> overdue(release) ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED;
            case RUMORED, DELAYED -> ImmutableStatus.VEVENT_TENTATIVE;
        };
    }

    private static boolean overdue(ReleaseView release) {
        return release.date() != null && release.date().overdue();
    }

    private String summary(ReleaseView release) {
        var title = ControlCharacters.stripToLine(release.title());
        return switch (release.status()) {
            case RELEASED -> title;
            case CONFIRMED -> hasExactDay(release) ? title : "%s (%s)".formatted(title, statusText(release));
            case RUMORED, DELAYED, CANCELLED -> "%s (%s)".formatted(title, statusText(release));
        };
    }

    private static boolean hasExactDay(ReleaseView release) {
        var date = release.date();
        return date == null || (date.precision().equals("day") && !date.overdue() && !date.uncertain());
    }

    /** "rumored: March 2027". */
    private String statusText(ReleaseView release) {
        var date = release.date();
        var status = overdue(release) ? messages.format("overdue") : messages.get(release.status());
        return date == null || release.status() == ReleaseStatus.CANCELLED
                ? status
                : messages.format("standing", status, date.label().in(messages.locale()));
    }

    private String description(ReleaseView release, String page) {
        var lines = new ArrayList<String>();
        lines.add(statusText(release));
        if (release.statusReason() != null) {
            lines.add(ControlCharacters.stripToLine(release.statusReason()));
        }
        var forecast = release.forecast();
        if (forecast != null) {
            var confidence = overdue(release) ? null : forecast.confidence();
            lines.add(
                    confidence == null
                            ? messages.format("happens", messages.percent(forecast.happens()))
                            : messages.format("confidence", messages.percent(confidence)));
        }
        var rumors = release.newestRumors() == null ? List.<RumorView>of() : release.newestRumors();
        var unretracted =
                rumors.stream().filter(rumor -> rumor.retracted() == null).toList();
        if (!unretracted.isEmpty()) {
            lines.add("");
            lines.add(messages.format("sources"));
            unretracted.stream().limit(MOST_SOURCES).map(this::source).forEach(lines::add);
        }
        lines.add("");
        lines.add(page);
        return String.join("\n", lines);
    }

    /** "• Highsnobiety, February 2024 (report): Spring 2024". */
    private String source(RumorView rumor) {
        var source = messages.format(
                "source",
                ControlCharacters.stripToLine(rumor.source().name()),
                rumor.saidOn().label().in(messages.locale()),
                messages.get(rumor.kind()));
        var window = rumor.window();
        var claim = rumor.cancels()
                ? messages.format("cancelled")
                : window == null ? null : window.label().in(messages.locale());
        return "• " + (claim == null ? source : messages.format("standing", source, claim));
    }
}
