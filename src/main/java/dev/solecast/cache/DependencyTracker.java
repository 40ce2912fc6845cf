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

/** Collects what one thread reads for one response; entities report here as they are loaded. */
public final class DependencyTracker {

    private static final ThreadLocal<@Nullable DependencyTracker> CURRENT = new ThreadLocal<>();

    /** The filters that can confine a list to entries that belong to one entry, the narrowest first. */
    private static final List<EntryType> NARROWING = List.of(
            EntryType.COLORWAY, EntryType.COLLABORATION, EntryType.MODEL, EntryType.COLLABORATOR, EntryType.BRAND);

    private static final Pattern COMMA = Pattern.compile(",");

    private final TagInvalidations invalidations;
    private final CacheResponse declared;
    private final ParameterDependencies parameters;
    private final long since;
    private final Set<Long> tags = new HashSet<>();
    private final Set<Dependencies> fragments = new HashSet<>();
    /** The ids of the entries read, by type and slug. */
    private final Map<String, Long> ids = new HashMap<>();

    private DependencyTracker(
            TagInvalidations invalidations, CacheResponse declared, ParameterDependencies parameters) {
        this.invalidations = invalidations;
        this.declared = declared;
        this.parameters = parameters;
        this.since = invalidations.lastSequence();
    }

    /** Starts collecting for a response of this method; must be called before this thread reads anything. */
    static DependencyTracker begin(TagInvalidations invalidations, Method method) {
        var declared = Objects.requireNonNull(method.getAnnotation(CacheResponse.class));
        return begin(new DependencyTracker(invalidations, declared, ParameterDependencies.of(method)));
    }

    private static DependencyTracker begin(DependencyTracker tracker) {
        CURRENT.set(tracker);
        return tracker;
    }

    /**
     * Records that the current response may show this entry. Every read must be recorded: a cached response is not
     * invalidated by an entry that is missing here.
     */
    public static void recordRead(EntryType type, long id, String slug) {
        var tracker = CURRENT.get();
        if (tracker != null) {
            tracker.tags.add(CacheTags.of(type, id));
            tracker.ids.put(key(type, slug), id);
        }
    }

    /** Records that the current response contains this fragment, and so depends on what the fragment depends on. */
    static void recordFragment(Fragment fragment, Dependencies dependencies) {
        var tracker = CURRENT.get();
        if (tracker != null) {
            tracker.fragments.add(dependencies);
            fragment.shownEntries().forEach(shown -> tracker.ids.put(key(shown.type(), shown.slug()), shown.id()));
        }
    }

    /**
     * Stops collecting, and returns the dependencies of the response.
     *
     * @param query the parameters of the request
     */
    Dependencies end(MultivaluedMap<String, String> query) {
        CURRENT.remove();
        // If nothing was reported, the dependencies are unknown.
        if (declared.dependsOnEverything()
                || tags.isEmpty()
                || query.keySet().stream().anyMatch(parameters.history()::contains)) {
            return new Dependencies(invalidations, since, new long[] {CacheTags.EVERYTHING}, fragments);
        }
        addNotFound(query);
        var narrowest = NARROWING.stream()
                .filter(type -> query.containsKey(type.wireName()) && areFound(type, query))
                .findFirst();
        boolean evidence = query.keySet().stream().anyMatch(parameters.evidence()::contains);
        for (var listed : declared.lists()) {
            narrowest
                    .filter(type -> isConfined(listed, type))
                    .ifPresentOrElse(
                            type -> keys(type, query)
                                    .forEach(key -> addListed(listed, type, ids.getOrDefault(key, 0L), evidence)),
                            () -> addListed(listed, listed, 0L, evidence));
        }
        return new Dependencies(
                invalidations, since, tags.stream().mapToLong(Long::longValue).toArray(), fragments);
    }

    private void addListed(EntryType listed, EntryType about, long id, boolean evidence) {
        tags.add(CacheTags.of(listed, about, id));
        if (evidence) {
            tags.add(CacheTags.evidence(about, id));
        }
    }

    /** Whether a list of one type, filtered by an entry of another, shows only entries that belong to that entry. */
    private static boolean isConfined(EntryType listed, EntryType filter) {
        return switch (listed) {
            case BRAND, COLLABORATOR, SOURCE -> false;
            case MODEL -> filter == EntryType.MODEL || filter == EntryType.BRAND;
            case COLLABORATION -> filter != EntryType.COLORWAY && filter != EntryType.MODEL;
            case COLORWAY, RELEASE -> true;
        };
    }

    /** Adds tags for slugs that were not found: any entry of the type may take such a slug later. */
    private void addNotFound(MultivaluedMap<String, String> query) {
        for (var type : EntryType.values()) {
            if (!areFound(type, query)) {
                tags.add(CacheTags.any(type));
            }
        }
    }

    /** Whether every entry of this type that the query names was read. */
    private boolean areFound(EntryType type, MultivaluedMap<String, String> query) {
        return ids.keySet().containsAll(keys(type, query));
    }

    private static List<String> keys(EntryType type, MultivaluedMap<String, String> query) {
        var values = query.get(type.wireName());
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(COMMA::splitAsStream)
                        .map(slug -> key(type, slug))
                        .toList();
    }

    private static String key(EntryType type, String slug) {
        return type.wireName() + " " + slug;
    }
}
