package dev.solecast.feed;

import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.RumorView;
import dev.solecast.release.read.ReleaseStream.Streamed;
import java.net.URI;
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

/** A release as an event of a calendar. It blocks nobody's time, and says how well its date is known. */
final class ReleaseEvent {

    private static final int MOST_SOURCES = 5;

    private final FeedMessages words;
    private final String publicAddress;

    /**
     * @param publicAddress where its page is, without a slash at the end
     */
    ReleaseEvent(FeedMessages words, String publicAddress) {
        this.words = words;
        this.publicAddress = publicAddress;
    }

    VEvent of(Streamed streamed, CalendarSlot place) {
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
        switch (place) {
            case CalendarSlot.Days(var first, var last) -> {
                properties.add(new DtStart<>(first));
                properties.add(new DtEnd<>(last.plusDays(1)));
            }
            case CalendarSlot.Moment(var launch) ->
                properties.add(new DtStart<>(launch.local().atZone(java.time.ZoneId.of(launch.zone()))));
        }
        if (!release.region().equals("WW")) {
            properties.add(new Location(words.country(release.region())));
        }
        return new VEvent(new PropertyList(properties));
    }

    /** Certain are only what has come, and what is confirmed and not yet late. */
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
        var title = ControlCharacters.line(release.title());
        return switch (release.status()) {
            case RELEASED -> title;
            case CONFIRMED -> isDay(release) ? title : "%s (%s)".formatted(title, standing(release));
            case RUMORED, DELAYED, CANCELLED -> "%s (%s)".formatted(title, standing(release));
        };
    }

    private static boolean isDay(ReleaseView release) {
        var date = release.date();
        return date == null || (date.precision().equals("day") && !date.overdue() && !date.uncertain());
    }

    /** "rumored: March 2027". */
    private String standing(ReleaseView release) {
        var date = release.date();
        var word = overdue(release) ? words.say("overdue") : words.of(release.status());
        return date == null || release.status() == ReleaseStatus.CANCELLED
                ? word
                : words.say("standing", word, date.label().in(words.locale()));
    }

    private String description(ReleaseView release, String page) {
        var lines = new ArrayList<String>();
        lines.add(standing(release));
        if (release.statusReason() != null) {
            lines.add(ControlCharacters.line(release.statusReason()));
        }
        var forecast = release.forecast();
        if (forecast != null) {
            var confidence = overdue(release) ? null : forecast.confidence();
            lines.add(
                    confidence == null
                            ? words.say("happens", words.percent(forecast.happens()))
                            : words.say("confidence", words.percent(confidence)));
        }
        var said = release.newestRumors() == null ? List.<RumorView>of() : release.newestRumors();
        var standing = said.stream().filter(rumor -> rumor.retracted() == null).toList();
        if (!standing.isEmpty()) {
            lines.add("");
            lines.add(words.say("sources"));
            standing.stream().limit(MOST_SOURCES).map(this::source).forEach(lines::add);
        }
        lines.add("");
        lines.add(page);
        return String.join("\n", lines);
    }

    /** "• Highsnobiety, February 2024 (report): Spring 2024". */
    private String source(RumorView rumor) {
        var who = words.say(
                "source",
                ControlCharacters.line(rumor.source().name()),
                rumor.saidOn().label().in(words.locale()),
                words.of(rumor.kind()));
        var window = rumor.window();
        var what = rumor.cancels()
                ? words.say("cancelled")
                : window == null ? null : window.label().in(words.locale());
        return "• " + (what == null ? who : words.say("standing", who, what));
    }
}
