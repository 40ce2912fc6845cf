package dev.solecast.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.change.ChangeLogReader.EntryChange;
import dev.solecast.change.ChangeView;
import dev.solecast.date.Window;
import dev.solecast.release.RumorView;
import dev.solecast.release.list.DatedRelease;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes changes of releases as news. */
final class NewsWriter {

    private final FeedMessages messages;
    private final String publicAddress;

    NewsWriter(FeedMessages messages, String publicAddress) {
        this.messages = messages;
        this.publicAddress = publicAddress;
    }

    /**
     * Writes a change as news.
     *
     * @param rumor the rumor that was added or retracted; null for another kind of change
     */
    News of(EntryChange happened, DatedRelease release, @Nullable RumorView rumor) {
        var change = happened.change();
        var fields = change.fields().parse();
        var id = UUID.nameUUIDFromBytes((release.uid() + "/" + change.place()).getBytes(StandardCharsets.UTF_8));
        var summary = switch (change.kind()) {
            case "date-changed" -> date(fields.path("date"));
            case "status-changed" -> status(fields);
            case "rumor-retracted" -> messages.format("rumor.retracted", source(rumor));
            default -> rumor(rumor);
        };
        var title = messages.format("standing", ControlCharacters.stripToLine(release.title()), summary);
        var page = URI.create(publicAddress + "/releases/" + release.slug());
        return new News(
                id,
                at(change),
                change.kind(),
                title,
                text(change.kind(), fields.path("statusReason").path("new"), title, rumor),
                page);
    }

    /** The time of a change in milliseconds, because readers that parse dates by a pattern take more digits for seconds. */
    private static Instant at(ChangeView change) {
        return change.at().truncatedTo(ChronoUnit.MILLIS);
    }

    /** "now March 2027, was Spring 2027". */
    private String date(JsonNode date) {
        var before = window(date.path("old"));
        var now = window(date.path("new"));
        if (now != null) {
            return before == null ? now : messages.format("date.moved", now, before);
        }
        return before == null ? messages.format("updated") : messages.format("date.gone", before);
    }

    private @Nullable String window(JsonNode edtf) {
        return edtf.isTextual() ? Window.parse(edtf.asText()).label(messages.locale()) : null;
    }

    /** "confirmed"; "released, 6 March 2027"; "updated" if only the reason changed, or the values were redacted. */
    private String status(JsonNode fields) {
        var status = fields.path("status").path("new").asText("");
        if (status.isEmpty()) {
            return messages.format("updated");
        }
        var day = window(fields.path("releasedOn").path("new"));
        return day == null ? messages.format(status) : messages.format("status.on", messages.format(status), day);
    }

    /** "Highsnobiety (report): March 2027". */
    private String rumor(@Nullable RumorView rumor) {
        var window = rumor == null ? null : rumor.window();
        var source = messages.format("rumor.added", source(rumor));
        if (rumor != null && rumor.cancels()) {
            return messages.format("standing", source, messages.format("cancelled"));
        }
        return window == null
                ? source
                : messages.format("standing", source, window.label().in(messages.locale()));
    }

    private String source(@Nullable RumorView rumor) {
        return rumor == null
                ? messages.format("unknown")
                : messages.format(
                        "rumor.source",
                        ControlCharacters.stripToLine(rumor.source().name()),
                        messages.get(rumor.kind()));
    }

    /** The full text of a rumor, a retraction or a reason. */
    private static String text(String kind, JsonNode reason, String title, @Nullable RumorView rumor) {
        var lines = new ArrayList<String>();
        if (reason.isTextual()) {
            lines.add(ControlCharacters.strip(reason.asText()));
        }
        if (rumor != null) {
            var retraction = rumor.retracted();
            if (retraction != null && kind.equals("rumor-retracted")) {
                lines.add(ControlCharacters.strip(retraction.reason()));
            } else if (rumor.statement() != null) {
                lines.add(ControlCharacters.strip(rumor.statement()));
            }
            if (rumor.url() != null) {
                lines.add(ControlCharacters.stripToLine(rumor.url()));
            }
        }
        return lines.isEmpty() ? title : String.join("\n", lines);
    }
}
