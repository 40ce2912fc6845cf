package dev.solecast.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.change.ChangeLogReader.Happened;
import dev.solecast.change.ChangeView;
import dev.solecast.date.Window;
import dev.solecast.release.RumorView;
import dev.solecast.release.read.ReleaseLookup.Known;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts changes of releases into words. */
final class NewsWriter {

    private final FeedMessages words;
    private final String publicAddress;

    NewsWriter(FeedMessages words, String publicAddress) {
        this.words = words;
        this.publicAddress = publicAddress;
    }

    /**
     * The change as news.
     *
     * @param rumor the one that was added or taken back; null where it is another kind of change
     */
    News of(Happened happened, Known release, @Nullable RumorView rumor) {
        var change = happened.change();
        var id = UUID.nameUUIDFromBytes((release.uid() + "/" + change.place()).getBytes(StandardCharsets.UTF_8));
        var said = switch (change.kind()) {
            case "date-changed" -> date(change.fields().path("date"));
            case "status-changed" -> status(change.fields());
            case "rumor-retracted" -> words.say("rumor.retracted", source(rumor));
            default -> rumor(rumor);
        };
        var title = words.say("standing", ControlCharacters.line(release.view().title()), said);
        var page = URI.create(publicAddress + "/releases/" + release.view().slug());
        return new News(id, change.at(), change.kind(), title, text(change, title, rumor), page);
    }

    /** "now March 2027, was Spring 2027". */
    private String date(JsonNode date) {
        var before = window(date.path("old"));
        var now = window(date.path("new"));
        if (now != null) {
            return before == null ? now : words.say("date.moved", now, before);
        }
        return before == null ? words.say("updated") : words.say("date.gone", before);
    }

    private @Nullable String window(JsonNode edtf) {
        return edtf.isTextual() ? Window.parse(edtf.asText()).label(words.locale()) : null;
    }

    /** "confirmed"; "released, 6 March 2027". Only its reason may have changed, or all that it said been redacted. */
    private String status(JsonNode fields) {
        var status = fields.path("status").path("new").asText("");
        if (status.isEmpty()) {
            return words.say("updated");
        }
        var day = window(fields.path("releasedOn").path("new"));
        return day == null ? words.say(status) : words.say("status.on", words.say(status), day);
    }

    /** "Highsnobiety (report): March 2027". */
    private String rumor(@Nullable RumorView rumor) {
        var window = rumor == null ? null : rumor.window();
        var who = words.say("rumor.added", source(rumor));
        if (rumor != null && rumor.cancels()) {
            return words.say("standing", who, words.say("cancelled"));
        }
        return window == null ? who : words.say("standing", who, window.label().in(words.locale()));
    }

    private String source(@Nullable RumorView rumor) {
        return rumor == null
                ? words.say("unknown")
                : words.say(
                        "rumor.source", ControlCharacters.line(rumor.source().name()), words.of(rumor.kind()));
    }

    /** What was said or decided, in full. */
    private static String text(ChangeView change, String title, @Nullable RumorView rumor) {
        var lines = new ArrayList<String>();
        var reason = change.fields().path("statusReason").path("new");
        if (reason.isTextual()) {
            lines.add(ControlCharacters.lines(reason.asText()));
        }
        if (rumor != null) {
            var retraction = rumor.retracted();
            if (retraction != null && change.kind().equals("rumor-retracted")) {
                lines.add(ControlCharacters.lines(retraction.reason()));
            } else if (rumor.statement() != null) {
                lines.add(ControlCharacters.lines(rumor.statement()));
            }
            if (rumor.url() != null) {
                lines.add(ControlCharacters.line(rumor.url()));
            }
        }
        return lines.isEmpty() ? title : String.join("\n", lines);
    }
}
