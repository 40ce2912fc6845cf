package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.LoggedChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Matches changes against a {@link ChangeFilter} in memory. Not thread-safe. */
final class InMemoryChangeFilter {

    private static final String SLUG = "slug";

    private final ChangeFilter filter;
    private final Changes changes;
    private final Set<String> types = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    /** The types of entries whose slugs the filter names. */
    private final Set<String> named = new HashSet<>();

    /** For each named type the tags of which a change must have one. */
    private List<Set<String>> tags = List.of();

    InMemoryChangeFilter(ChangeFilter filter, Changes changes) {
        this.filter = filter;
        this.changes = changes;
        filter.type().forEach(type -> types.add(type.wireName()));
        filter.kind().forEach(kind -> kinds.add(kind.wireName()));
        filter.about().keySet().forEach(type -> named.add(type.wireName()));
        resolveSlugs();
    }

    /** The changes that match, in their order. */
    List<LoggedChange> apply(List<LoggedChange> all) {
        if (all.stream().anyMatch(this::mayMoveSlug)) {
            resolveSlugs();
        }
        return all.stream().filter(this::matches).toList();
    }

    private boolean matches(LoggedChange change) {
        return (types.isEmpty() || types.contains(change.view().type()))
                && (kinds.isEmpty() || kinds.contains(change.view().kind()))
                && tags.stream().allMatch(any -> change.about().stream().anyMatch(any::contains));
    }

    /** Whether a slug of the filter may name another entry since this change. */
    private boolean mayMoveSlug(LoggedChange change) {
        return named.contains(change.view().type())
                && change.view().fields().parse().has(SLUG);
    }

    private void resolveSlugs() {
        if (!named.isEmpty()) {
            tags = QuarkusTransaction.requiringNew().call(() -> changes.tags(filter.about())).stream()
                    .<Set<String>>map(HashSet::new)
                    .toList();
        }
    }
}
