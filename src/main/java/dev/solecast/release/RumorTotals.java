package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of some rumors.
 *
 * @param sourceIds the ids of their sources, each once
 * @param window the newest window of the strongest kind among the rumors that name one; null if none does
 */
public record RumorTotals(
        int count,
        List<Long> sourceIds,
        @Nullable RumorKind strongest,
        @Nullable Window window) {

    public static RumorTotals of(List<Rumor> rumors) {
        return new RumorTotals(
                rumors.size(),
                rumors.stream()
                        .map(rumor -> rumor.source().id())
                        .distinct()
                        .sorted()
                        .toList(),
                rumors.stream().map(Rumor::kind).min(Comparator.naturalOrder()).orElse(null),
                rumors.stream()
                        .filter(rumor -> rumor.window() != null)
                        .min(Rumor.STRONGEST_FIRST)
                        .map(Rumor::window)
                        .orElse(null));
    }
}
