package dev.solecast.cache;

import dev.solecast.change.EntryType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one thread reads for one answer; entries report here as they are loaded. */
public final class DependencyTracker {

    private static final ThreadLocal<@Nullable DependencyTracker> CURRENT = new ThreadLocal<>();

    /** By what lists can be narrowed so that all they show belongs to it, the narrowest first. */
    private static final List<EntryType> NARROWING = List.of(
            EntryType.COLORWAY, EntryType.COLLABORATION, EntryType.MODEL, EntryType.COLLABORATOR, EntryType.BRAND);

    private static final Pattern COMMA = Pattern.compile(",");

    private final TagInvalidations touched;
    private final CacheResponse kept;
    private final ParameterDependencies parameters;
    private final long since;
    private final Set<Long> marks = new HashSet<>();
    private final Set<Dependencies> parts = new HashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();

    private DependencyTracker(TagInvalidations touched, CacheResponse kept, ParameterDependencies parameters) {
        this.touched = touched;
        this.kept = kept;
        this.parameters = parameters;
        this.since = touched.newest();
    }

    /** Begins to collect what this thread reads for a response of this method, before it reads anything. */
    static DependencyTracker begin(TagInvalidations touched, Method method) {
        var kept = Objects.requireNonNull(method.getAnnotation(CacheResponse.class));
        return begin(new DependencyTracker(touched, kept, ParameterDependencies.of(method)));
    }

    private static DependencyTracker begin(DependencyTracker reading) {
        CURRENT.set(reading);
        return reading;
    }

    /** To be called for every entry that is read and that an answer may show. */
    public static void read(EntryType type, long id, String slug) {
        var reading = CURRENT.get();
        if (reading != null) {
            reading.marks.add(CacheTags.of(type, id));
            reading.numbers.put(name(type, slug), id);
        }
    }

    /** Whatever answer is being made rests on this part too. */
    static void rest(Fragment part, Dependencies base) {
        var reading = CURRENT.get();
        if (reading != null) {
            reading.parts.add(base);
            part.shown().forEach(shown -> reading.numbers.put(name(shown.type(), shown.slug()), shown.id()));
        }
    }

    /** Ends the collection. {@code query} are the parameters of the request. */
    Dependencies end(MultivaluedMap<String, String> query) {
        CURRENT.remove();
        // Of what was read without a word here nothing is known.
        if (kept.restsOnEverything()
                || marks.isEmpty()
                || query.keySet().stream().anyMatch(parameters.history()::contains)) {
            return new Dependencies(touched, since, new long[] {CacheTags.EVERYTHING}, parts);
        }
        addNamed(query);
        var narrowest = NARROWING.stream()
                .filter(type -> query.containsKey(type.word()) && areKnown(type, query))
                .findFirst();
        boolean rumors = query.keySet().stream().anyMatch(parameters.evidence()::contains);
        for (var listed : kept.lists()) {
            narrowest
                    .filter(type -> belongs(listed, type))
                    .ifPresentOrElse(
                            type -> names(type, query)
                                    .forEach(name -> addOf(listed, type, numbers.getOrDefault(name, 0L), rumors)),
                            () -> addOf(listed, listed, 0L, rumors));
        }
        return new Dependencies(
                touched, since, marks.stream().mapToLong(Long::longValue).toArray(), parts);
    }

    private void addOf(EntryType listed, EntryType about, long id, boolean rumors) {
        marks.add(CacheTags.of(listed, about, id));
        if (rumors) {
            marks.add(CacheTags.evidence(about, id));
        }
    }

    /** Whether all that is shown of the one type by what belongs to the other is certain to belong to it too. */
    private static boolean belongs(EntryType listed, EntryType to) {
        return switch (listed) {
            case BRAND, COLLABORATOR, SOURCE -> false;
            case MODEL -> to == EntryType.MODEL || to == EntryType.BRAND;
            case COLLABORATION -> to != EntryType.COLORWAY && to != EntryType.MODEL;
            case COLORWAY, RELEASE -> true;
        };
    }

    /** Any entry may yet take a name by which nothing was found. */
    private void addNamed(MultivaluedMap<String, String> query) {
        for (var type : EntryType.values()) {
            if (!areKnown(type, query)) {
                marks.add(CacheTags.any(type));
            }
        }
    }

    /** Whether all that are named were read. */
    private boolean areKnown(EntryType type, MultivaluedMap<String, String> query) {
        return numbers.keySet().containsAll(names(type, query));
    }

    private static List<String> names(EntryType type, MultivaluedMap<String, String> query) {
        var given = query.get(type.word());
        return given == null
                ? List.of()
                : given.stream()
                        .flatMap(COMMA::splitAsStream)
                        .map(slug -> name(type, slug))
                        .toList();
    }

    private static String name(EntryType type, String slug) {
        return type.word() + " " + slug;
    }
}
