package dev.solecast.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the independent origins among rumors: copies count once, and a source counts by its newest statement. */
final class Origins {
    private final Map<String, List<Evidence>> bySource = new TreeMap<>();
    private final Map<String, List<Evidence>> own = new TreeMap<>();
    private final Map<String, List<Evidence>> copies = new TreeMap<>();

    private Origins(Collection<Evidence> evidence, LocalDate asOf) {
        List<Evidence> unretracted = evidence.stream()
                .filter(rumor -> rumor.isUnretractedOn(asOf))
                .sorted(Evidence.OLDEST_FIRST)
                .toList();
        unretracted.forEach(rumor -> add(bySource, rumor.source(), rumor));
        for (Evidence rumor : unretracted) {
            if (!rumor.declaredCopy()) {
                add(own, rumor.source(), rumor);
            }
        }
        for (Evidence rumor : unretracted) {
            if (rumor.declaredCopy()) {
                add(copies, root(rumor), rumor);
            }
        }
    }

    /** The origins by their representative rumors, oldest first; empty when there is no unretracted rumor. */
    static List<Origin> among(Collection<Evidence> evidence, LocalDate asOf) {
        Origins origins = new Origins(evidence, asOf);
        List<Origin> found = new ArrayList<>();
        Set<String> slugs = new HashSet<>(origins.own.keySet());
        slugs.addAll(origins.copies.keySet());
        slugs.forEach(slug -> found.add(origins.origin(slug)));
        found.sort(Comparator.comparing(Origin::representative, Evidence.OLDEST_FIRST));
        return withoutUndeclaredCopies(found);
    }

    /** Follows citations to the first source with a rumor of its own, or without any; of a cycle, to the first slug. */
    private String root(Evidence copy) {
        List<String> visited = new ArrayList<>(List.of(copy.source()));
        @Nullable Evidence rumor = copy;
        String origin = copy.source();
        while (rumor != null && rumor.origin() != null) {
            origin = rumor.origin();
            if (own.containsKey(origin)) {
                return origin;
            }
            if (visited.contains(origin)) {
                return Collections.min(visited.subList(visited.indexOf(origin), visited.size()));
            }
            visited.add(origin);
            List<Evidence> further = bySource.get(origin);
            rumor = further == null ? null : further.getLast();
        }
        return origin;
    }

    /** Copies represent an origin only if it has no rumor of its own: then the strongest, and of equals the newest. */
    private Origin origin(String slug) {
        List<Evidence> copied = copies.getOrDefault(slug, List.of());
        List<Evidence> evidence = own.get(slug);
        if (evidence != null) {
            return originOf(evidence, copied);
        }
        Evidence representative = Collections.max(
                copied, Comparator.comparing(Evidence::kind).reversed().thenComparing(Evidence.OLDEST_FIRST));
        return originOf(
                List.of(representative),
                copied.stream().filter(rumor -> !rumor.equals(representative)).toList());
    }

    private static Origin originOf(List<Evidence> evidence, List<Evidence> copied) {
        Evidence dated = null;
        for (Evidence rumor : evidence) {
            dated = rumor.cancels() ? null : rumor.window() != null ? rumor : dated;
        }
        Evidence newest = evidence.getLast();
        if (dated != null && dated.window() != null && dated.window().isOver(newest.saidOn())) {
            dated = newest.window() == null ? null : newest;
        }
        Kind kind = dated != null && dated.kind().compareTo(newest.kind()) < 0 ? dated.kind() : newest.kind();
        return new Origin(evidence.getFirst(), newest, dated, kind, copied);
    }

    /** Merges each undeclared copy into the first origin that it repeats. */
    private static List<Origin> withoutUndeclaredCopies(List<Origin> found) {
        List<Origin> merged = new ArrayList<>();
        for (Origin origin : found) {
            int first = 0;
            while (first < merged.size() && !origin.repeats(merged.get(first))) {
                first++;
            }
            if (first == merged.size()) {
                merged.add(origin);
            } else {
                merged.set(first, merged.get(first).mergedWith(origin));
            }
        }
        return merged;
    }

    private static void add(Map<String, List<Evidence>> map, String key, Evidence rumor) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(rumor);
    }
}
