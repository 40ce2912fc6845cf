package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number of rumors come to at a glance.
 *
 * @param sources the numbers of those who spoke
 * @param window the newest of the strongest kind among those that name one
 */
public record RumorTotals(
        int count,
        List<Long> sources,
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
