package dev.solecast.exchange.importing;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class Imports implements PanacheRepository<Import> {

    static final Sort<Import> NEWEST_FIRST = Sort.descending(Sort.Key.number("i.id", Import::id));

    Page<Import> list(PageRequest<Import> page) {
        return new HqlQuery().page(getEntityManager(), Import.class, "i", "from Import i", page);
    }

    /**
     * The numbers of findings about an import.
     *
     * @param findings those that do not tell a change
     */
    record FindingTotals(long findings, long changes) {}

    /** Adds to the counters of an import, and renews its heartbeat. Returns the numbers of earlier findings. */
    FindingTotals addCounts(long id, LineCounts counts, ImportFindings.Found found, Instant now) {
        var added = new FindingTotals(found.findings().size(), found.changes().size());
        var totals = (Object[]) getEntityManager()
                .createNativeQuery("""
                        update import set lines = lines + :lines, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged,
                            refused = refused + :refused, kept = kept + :kept, findings = findings + :findings,
                            changes = changes + :changes, alive_at = :now
                        where id = :id
                        returning findings, changes
                        """, Object[].class)
                .setParameter("lines", (long) counts.lines())
                .setParameter("created", (long) counts.created())
                .setParameter("updated", (long) counts.updated())
                .setParameter("unchanged", (long) counts.unchanged())
                .setParameter("refused", (long) counts.refused())
                .setParameter("kept", (long) counts.kept())
                .setParameter("findings", added.findings())
                .setParameter("changes", added.changes())
                .setParameter("now", now)
                .setParameter("id", id)
                .getSingleResult();
        return new FindingTotals((Long) totals[0] - added.findings(), (Long) totals[1] - added.changes());
    }

    Import get(long id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND, "There is no import " + id + ". /v1/imports lists those of late."));
    }
}
