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

    /** Adds to the counters of an import, and renews its heartbeat. */
    void addCounts(long id, LineCounts counts, Instant now) {
        getEntityManager()
                .createQuery("""
                        update Import set lines = lines + :lines, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged,
                            refused = refused + :refused, kept = kept + :kept, aliveAt = :now
                        where id = :id
                        """)
                .setParameter("lines", (long) counts.lines())
                .setParameter("created", (long) counts.created())
                .setParameter("updated", (long) counts.updated())
                .setParameter("unchanged", (long) counts.unchanged())
                .setParameter("refused", (long) counts.refused())
                .setParameter("kept", (long) counts.kept())
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    Import get(long id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND, "There is no import " + id + ". /v1/imports lists those of late."));
    }
}
