package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.Line;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.page.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Findings implements PanacheRepository<Finding> {

    static final Sort<Finding> BY_ID = Sort.ascending(Sort.Key.number("f.id", Finding::id));

    Page<Finding> of(long id, PageRequest<Finding> page) {
        return new Where()
                .and("f.importId = :?", id)
                .page(getEntityManager(), Finding.class, "f", "from Finding f", page);
    }

    List<Finding> first(long id, int most) {
        return find("importId = ?1 order by id", id).range(0, most - 1).list();
    }

    /** Notes what is to be said of these lines, in one statement. */
    void add(long id, Collection<Verdict> verdicts) {
        var rows = new Rows();
        for (var verdict : verdicts) {
            switch (verdict) {
                case Verdict.Refused refused ->
                    rows.add(
                            refused.line(),
                            FindingKind.REFUSED,
                            refused.fault().field(),
                            refused.fault().reason());
                case Verdict.Accepted accepted ->
                    accepted.kept()
                            .forEach(field -> rows.add(
                                    accepted.line(),
                                    FindingKind.KEPT,
                                    field,
                                    "stays as an editor has set it; force=true overwrites it."));
                case Verdict.Postponed postponed -> {}
            }
        }
        if (!rows.lines.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("""
                            insert into import_finding (import_id, line, kind, field, reason)
                            select :import, line, kind, field, reason
                            from unnest(cast(:lines as bigint[]), cast(:kinds as text[]), cast(:fields as text[]),
                                cast(:reasons as text[])) as given (line, kind, field, reason)
                            """)
                    .setParameter("import", id)
                    .setParameter("lines", rows.lines.toArray(Long[]::new))
                    .setParameter("kinds", rows.kinds.toArray(String[]::new))
                    .setParameter("fields", rows.fields.toArray(String[]::new))
                    .setParameter("reasons", rows.reasons.toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** By columns, as one statement takes them. */
    private static final class Rows {

        private final List<Long> lines = new ArrayList<>();
        private final List<String> kinds = new ArrayList<>();
        private final List<@Nullable String> fields = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        private void add(Line line, FindingKind kind, @Nullable String field, String reason) {
            lines.add(line.number());
            kinds.add(kind.word());
            fields.add(field);
            reasons.add(
                    reason.length() > Finding.LONGEST_REASON ? reason.substring(0, Finding.LONGEST_REASON) : reason);
        }
    }
}
