package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds evidence from calls that read like sentences. */
final class EvidenceBuilder {
    private EvidenceBuilder() {}

    static Evidence says(long id, String source, Kind kind, String saidOn, @Nullable String window) {
        LocalDate said = LocalDate.parse(saidOn);
        return new Evidence(
                id, source, kind, said, said, window == null ? null : Window.parse(window), false, null, null);
    }

    static Evidence cancels(long id, String source, Kind kind, String saidOn) {
        LocalDate said = LocalDate.parse(saidOn);
        return new Evidence(id, source, kind, said, said, null, true, null, null);
    }

    static Evidence from(String origin, Evidence copy) {
        return new Evidence(
                copy.id(),
                copy.source(),
                copy.kind(),
                copy.saidOn(),
                copy.recordedOn(),
                copy.window(),
                copy.cancels(),
                origin,
                copy.retractedOn());
    }

    static Evidence retracted(Evidence rumor, @Nullable LocalDate on) {
        return new Evidence(
                rumor.id(),
                rumor.source(),
                rumor.kind(),
                rumor.saidOn(),
                rumor.recordedOn(),
                rumor.window(),
                rumor.cancels(),
                rumor.origin(),
                on);
    }
}
