package dev.solecast.release.read;

import dev.solecast.change.ChangeKind;
import dev.solecast.http.page.Pages;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorView;
import dev.solecast.release.Rumors;
import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.list.DatedReleases;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds releases and rumors by the ids that the log of changes has of them. */
@ApplicationScoped
public class ReleaseLookup {

    private final DatedReleases dated;
    private final ReleaseQueries queries;
    private final Rumors rumors;
    private final Pages pages;

    ReleaseLookup(DatedReleases dated, ReleaseQueries queries, Rumors rumors, Pages pages) {
        this.dated = dated;
        this.queries = queries;
        this.rumors = rumors;
        this.pages = pages;
    }

    /**
     * Lists the sequence numbers in the log of the last changes to releases that a filter finds today, newest first.
     *
     * @param today the day in the caller's zone
     * @param before the sequence number before which to look; null for the end of the log
     */
    public List<Long> listLastChanges(
            ReleaseFilter filter, LocalDate today, Set<ChangeKind> kinds, @Nullable Long before, int limit) {
        var end = before == null ? Long.MAX_VALUE : before;
        return queries.listLastChanges(filter, today, pages.today(null), kinds, end, limit);
    }

    /** The releases with these ids that still are there, by id. */
    public Map<Long, DatedRelease> releasesById(Collection<Long> ids, LocalDate today) {
        var sorted = ids.stream().mapToLong(Long::longValue).sorted().toArray();
        return dated.list(sorted, today, pages.today(null)).stream()
                .collect(Collectors.toMap(DatedRelease::id, each -> each));
    }

    /** The rumors with these ids, by id. */
    public Map<Long, RumorView> rumorsById(Collection<Long> ids) {
        return rumors.list("id in ?1", ids).stream().collect(Collectors.toMap(Rumor::id, RumorView::of));
    }
}
