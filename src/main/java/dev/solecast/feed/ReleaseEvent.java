package dev.solecast.feed;

import dev.solecast.date.Precision;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.list.DatedRelease;
import java.util.ArrayList;

/** Writes a release as a calendar event, which blocks no time and says how well its date is known. */
final class ReleaseEvent {

    private final FeedMessages messages;
    private final String publicAddress;

    /**
     * @param publicAddress the address of this service, without a trailing slash
     */
    ReleaseEvent(FeedMessages messages, String publicAddress) {
        this.messages = messages;
        this.publicAddress = publicAddress;
    }

    /** The lines of the event, which are not folded yet. */
    EventLines of(DatedRelease release, CalendarSlot slot) {
        var page = publicAddress + "/releases/" + release.slug();
        var statusText = statusText(release);
        var lines = new EventLines()
                .add("UID", release.uid() + "@solecast")
                .addInstant("DTSTAMP", release.updatedAt())
                .addInstant("LAST-MODIFIED", release.updatedAt())
                .add("SEQUENCE", release.moves())
                .add("STATUS", status(release))
                .add("TRANSP", "TRANSPARENT")
                .addText("SUMMARY", summary(release, statusText))
                .addText("DESCRIPTION", description(release, statusText, page))
                .add("URL", page);
        switch (slot) {
            case CalendarSlot.Days(var first, var last) ->
                lines.addDay("DTSTART", first).addDay("DTEND", last.plusDays(1));
            case CalendarSlot.Moment(var launch) -> lines.addLocal("DTSTART", launch.local(), launch.zone());
        }
        return release.region().equals("WW") ? lines : lines.addText("LOCATION", messages.country(release.region()));
    }

    /** Only releases that have come, or are confirmed and not overdue, count as confirmed. */
    private static String status(DatedRelease release) {
        return switch (release.status()) {
            case CANCELLED -> "CANCELLED";
            case RELEASED -> "CONFIRMED";
            case CONFIRMED -> release.overdue() ? "TENTATIVE" : "CONFIRMED";
            case RUMORED, DELAYED -> "TENTATIVE";
        };
    }

    private static String summary(DatedRelease release, String status) {
        var title = ControlCharacters.stripToLine(release.title());
        return switch (release.status()) {
            case RELEASED -> title;
            case CONFIRMED -> hasExactDay(release) ? title : title + " (" + status + ")";
            case RUMORED, DELAYED, CANCELLED -> title + " (" + status + ")";
        };
    }

    private static boolean hasExactDay(DatedRelease release) {
        var date = release.date();
        return date == null || (date.precision() == Precision.DAY && !release.overdue() && !date.uncertain());
    }

    /** "rumored: March 2027". */
    private String statusText(DatedRelease release) {
        var date = release.date();
        var status = release.overdue() ? messages.format("overdue") : messages.get(release.status());
        return date == null || release.status() == ReleaseStatus.CANCELLED
                ? status
                : messages.format("standing", status, messages.label(date));
    }

    private String description(DatedRelease release, String status, String page) {
        var lines = new ArrayList<String>();
        lines.add(status);
        if (release.statusReason() != null) {
            lines.add(ControlCharacters.stripToLine(release.statusReason()));
        }
        if (release.happens() != null) {
            var confidence = release.overdue() ? null : release.confidence();
            lines.add(
                    confidence == null
                            ? messages.format("happens", messages.percent(release.happens()))
                            : messages.format("confidence", messages.percent(confidence)));
        }
        if (!release.claims().isEmpty()) {
            lines.add("");
            lines.add(messages.format("sources"));
            release.claims().stream().map(this::claim).forEach(lines::add);
        }
        lines.add("");
        lines.add(page);
        return String.join("\n", lines);
    }

    /** "• Highsnobiety, February 2024 (report): Spring 2024". */
    private String claim(DatedRelease.Claim claim) {
        var source = messages.format(
                "source",
                ControlCharacters.stripToLine(claim.source()),
                messages.label(claim.saidOn()),
                messages.get(claim.kind()));
        var window = claim.window();
        var content = claim.cancels() ? messages.format("cancelled") : window == null ? null : messages.label(window);
        return "• " + (content == null ? source : messages.format("standing", source, content));
    }
}
