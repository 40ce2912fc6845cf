package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.LoggedChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A filter that is asked of one change after the other, in memory. Not for several threads at once. */
final class InMemoryChangeFilter {

    private static final String SLUG = "slug";

    private final ChangeFilter filter;
    private final Changes changes;
    private final Set<String> types = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    /** The types of entries whose slugs the filter names. */
    private final Set<String> named = new HashSet<>();

    private List<Set<String>> tags = List.of();

    InMemoryChangeFilter(ChangeFilter filter, Changes changes) {
        this.filter = filter;
        this.changes = changes;
        filter.type().forEach(type -> types.add(type.word()));
        filter.kind().forEach(kind -> kinds.add(kind.word()));
        filter.about().keySet().forEach(type -> named.add(type.word()));
        lookUp();
    }

    /** Those that fit, in their order. */
    List<LoggedChange> of(List<LoggedChange> all) {
        if (all.stream().anyMatch(this::mayNameAnother)) {
            lookUp();
        }
        return all.stream().filter(this::fits).toList();
    }

    private boolean fits(LoggedChange change) {
        return (types.isEmpty() || types.contains(change.view().type()))
                && (kinds.isEmpty() || kinds.contains(change.view().kind()))
                && tags.stream().allMatch(any -> change.about().stream().anyMatch(any::contains));
    }

    /** Whether a slug of the filter may mean another entry since this change. */
    private boolean mayNameAnother(LoggedChange change) {
        return named.contains(change.view().type()) && change.view().fields().has(SLUG);
    }

    private void lookUp() {
        if (!named.isEmpty()) {
            tags = QuarkusTransaction.requiringNew().call(() -> changes.tags(filter.about())).stream()
                    .<Set<String>>map(HashSet::new)
                    .toList();
        }
    }
}
