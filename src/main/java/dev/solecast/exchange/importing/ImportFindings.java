package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.ImportLine;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ImportFindings implements PanacheRepository<ImportFinding> {

    static final Sort<ImportFinding> BY_ID = Sort.ascending(Sort.Key.number("f.id", ImportFinding::id));

    Page<ImportFinding> list(long id, PageRequest<ImportFinding> page) {
        return new HqlQuery()
                .and("f.importId = :?", id)
                .page(getEntityManager(), ImportFinding.class, "f", "from ImportFinding f", page);
    }

    List<ImportFinding> listFirst(long id, int most) {
        return find("importId = ?1 order by id", id).range(0, most - 1).list();
    }

    /** Stores the findings about these lines in one statement. */
    void record(long id, Collection<LineResult> results) {
        var rows = new Rows();
        for (var result : results) {
            switch (result) {
                case LineResult.Refused refused ->
                    rows.add(
                            refused.line(),
                            FindingKind.REFUSED,
                            refused.problem().field(),
                            refused.problem().reason());
                case LineResult.Accepted accepted ->
                    accepted.protectedFields()
                            .forEach(field -> rows.add(
                                    accepted.line(),
                                    FindingKind.KEPT,
                                    field,
                                    "stays as an editor has set it; force=true overwrites it."));
                case LineResult.Postponed postponed -> {}
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

    /** The rows to insert, as one list for each column. */
    private static final class Rows {

        private final List<Long> lines = new ArrayList<>();
        private final List<String> kinds = new ArrayList<>();
        private final List<@Nullable String> fields = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        private void add(ImportLine line, FindingKind kind, @Nullable String field, String reason) {
            lines.add(line.number());
            kinds.add(kind.wireName());
            fields.add(field);
            reasons.add(
                    reason.length() > ImportFinding.LONGEST_REASON
                            ? reason.substring(0, ImportFinding.LONGEST_REASON)
                            : reason);
        }
    }
}
