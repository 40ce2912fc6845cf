package dev.solecast.forecast.evaluation;

import dev.solecast.date.Window;
import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.evaluation.SimulatedRumor.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Converts simulated rumors to evidence for a forecast, without the truth about them. */
final class SimulatedEvidence {
    private SimulatedEvidence() {}

    static List<Evidence> of(SimulatedRelease release) {
        List<Evidence> evidence = new ArrayList<>();
        for (SimulatedRumor rumor : release.rumors()) {
            LocalDate said = LocalDate.ofEpochDay(rumor.said());
            Span span = rumor.span();
            Window window = span == null
                    ? null
                    : Window.parse(LocalDate.ofEpochDay(span.first()) + "/" + LocalDate.ofEpochDay(span.last()));
            evidence.add(new Evidence(
                    evidence.size(),
                    rumor.source(),
                    rumor.kind(),
                    said,
                    said,
                    window,
                    rumor.cancels(),
                    rumor.origin(),
                    null));
        }
        return evidence;
    }
}
