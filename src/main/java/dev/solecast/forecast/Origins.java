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

/** Finds the independent voices among rumors: copies count once, and a source is heard by what it said last. */
final class Origins {
    private final Map<String, List<Evidence>> bySource = new TreeMap<>();
    private final Map<String, List<Evidence>> own = new TreeMap<>();
    private final Map<String, List<Evidence>> copies = new TreeMap<>();

    private Origins(Collection<Evidence> said, LocalDate asOf) {
        List<Evidence> standing = said.stream()
                .filter(rumor -> rumor.standsOn(asOf))
                .sorted(Evidence.OLDEST_FIRST)
                .toList();
        standing.forEach(rumor -> add(bySource, rumor.source(), rumor));
        for (Evidence rumor : standing) {
            if (!rumor.declaredCopy()) {
                add(own, rumor.source(), rumor);
            }
        }
        for (Evidence rumor : standing) {
            if (rumor.declaredCopy()) {
                add(copies, root(rumor), rumor);
            }
        }
    }

    /** By what they said first, oldest first; empty when nothing stands. */
    static List<Origin> among(Collection<Evidence> said, LocalDate asOf) {
        Origins origins = new Origins(said, asOf);
        List<Origin> voices = new ArrayList<>();
        Set<String> slugs = new HashSet<>(origins.own.keySet());
        slugs.addAll(origins.copies.keySet());
        slugs.forEach(slug -> voices.add(origins.voice(slug)));
        voices.sort(Comparator.comparing(Origin::speaks, Evidence.OLDEST_FIRST));
        return withoutEchoes(voices);
    }

    /** Follows "I have it from" to the first source that speaks for itself, or to one that nobody has heard. */
    private String root(Evidence copy) {
        List<String> passed = new ArrayList<>(List.of(copy.source()));
        @Nullable Evidence rumor = copy;
        String origin = copy.source();
        while (rumor != null && rumor.origin() != null) {
            origin = rumor.origin();
            if (own.containsKey(origin)) {
                return origin;
            }
            if (passed.contains(origin)) {
                return Collections.min(passed.subList(passed.indexOf(origin), passed.size()));
            }
            passed.add(origin);
            List<Evidence> further = bySource.get(origin);
            rumor = further == null ? null : further.getLast();
        }
        return origin;
    }

    /** Copies speak only for an origin that does not speak itself: then the strongest of them, and the newest of these. */
    private Origin voice(String slug) {
        List<Evidence> repeated = copies.getOrDefault(slug, List.of());
        List<Evidence> said = own.get(slug);
        if (said != null) {
            return heard(said, repeated);
        }
        Evidence speaker = Collections.max(
                repeated, Comparator.comparing(Evidence::kind).reversed().thenComparing(Evidence.OLDEST_FIRST));
        return heard(
                List.of(speaker),
                repeated.stream().filter(rumor -> !rumor.equals(speaker)).toList());
    }

    private static Origin heard(List<Evidence> said, List<Evidence> repeated) {
        Evidence dated = null;
        for (Evidence rumor : said) {
            dated = rumor.cancels() ? null : rumor.window() != null ? rumor : dated;
        }
        Evidence newest = said.getLast();
        if (dated != null && dated.window() != null && dated.window().isOver(newest.saidOn())) {
            dated = newest.window() == null ? null : newest;
        }
        Kind kind = dated != null && dated.kind().compareTo(newest.kind()) < 0 ? dated.kind() : newest.kind();
        return new Origin(said.getFirst(), newest, dated, kind, repeated);
    }

    /** Undeclared copies join the first who said it. */
    private static List<Origin> withoutEchoes(List<Origin> voices) {
        List<Origin> kept = new ArrayList<>();
        for (Origin voice : voices) {
            int first = 0;
            while (first < kept.size() && !voice.repeats(kept.get(first))) {
                first++;
            }
            if (first == kept.size()) {
                kept.add(voice);
            } else {
                kept.set(first, kept.get(first).joinedBy(voice));
            }
        }
        return kept;
    }

    private static void add(Map<String, List<Evidence>> map, String key, Evidence rumor) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(rumor);
    }
}
