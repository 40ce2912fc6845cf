package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.solecast.change.FieldChange;
import dev.solecast.exchange.format.LineProblem;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.sql.BulkSql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ImportFindings implements PanacheRepository<ImportFinding> {

    static final Sort<ImportFinding> BY_ID = Sort.ascending(Sort.Key.number("f.id", ImportFinding::id));

    Page<ImportFinding> list(long id, PageRequest<ImportFinding> page) {
        return new HqlQuery()
                .and("f.importId = :?", id)
                .page(getEntityManager(), ImportFinding.class, "f", "from ImportFinding f", page);
    }

    /** The first findings; what a dry run would change comes after all others. */
    List<ImportFinding> listFirst(long id, int most) {
        return find("importId = ?1 order by case when kind = ?2 then 1 else 0 end, id", id, FindingKind.CHANGED)
                .range(0, most - 1)
                .list();
    }

    /**
     * Findings to be stored.
     *
     * @param changes those that tell a change
     */
    record Found(List<Row> findings, List<Row> changes) {}

    /** A finding to be stored. */
    record Row(
            long line,
            FindingKind kind,
            @Nullable String field,
            String reason,
            @Nullable FieldChange change) {}

    /**
     * The findings about these lines.
     *
     * @param dryRun whether to list what the lines would change
     */
    static Found of(Collection<LineResult> results, boolean dryRun) {
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        for (var result : results) {
            long line = result.line().number();
            switch (result) {
                case LineResult.Refused refused ->
                    found.findings().add(row(line, FindingKind.REFUSED, refused.problem()));
                case LineResult.Accepted accepted -> {
                    if (accepted.doubt() != null) {
                        found.findings()
                                .add(row(
                                        line,
                                        accepted.doubt().kind(),
                                        accepted.doubt().problem()));
                    }
                    accepted.protectedFields()
                            .forEach(field -> found.findings().add(row(line, FindingKind.KEPT, kept(field))));
                    if (dryRun) {
                        accepted.changes()
                                .forEach((field, change) -> found.changes().add(changed(line, field, change)));
                    }
                }
                case LineResult.Postponed postponed -> {}
            }
        }
        return found;
    }

    private static LineProblem kept(String field) {
        return new LineProblem(field, "stays as an editor has set it; force=true overwrites it.");
    }

    private static Row row(long line, FindingKind kind, LineProblem problem) {
        var reason = problem.reason();
        return new Row(
                line,
                kind,
                problem.field(),
                reason.length() > ImportFinding.LONGEST_REASON
                        ? reason.substring(0, ImportFinding.LONGEST_REASON)
                        : reason,
                null);
    }

    private static Row changed(long line, String field, FieldChange change) {
        var reason = change.after().isNull() ? "would be emptied." : "would be changed.";
        return new Row(
                line,
                FindingKind.CHANGED,
                field,
                reason,
                new FieldChange(shortened(change.before()), shortened(change.after())));
    }

    /** The value, or the beginning of its JSON as a text if it is long. */
    private static JsonNode shortened(JsonNode value) {
        var text = value.toString();
        return text.length() <= ImportFinding.LONGEST_VALUE
                ? value
                : TextNode.valueOf(
                        text.substring(0, text.offsetByCodePoints(0, ImportFinding.LONGEST_VALUE / 2)) + "…");
    }

    /**
     * Stores findings in one statement, up to a number of them.
     *
     * @param findings the most that are stored; none if it is negative
     * @param changes the most of those that tell a change
     */
    void insert(long id, Found found, long findings, long changes) {
        var rows = Stream.concat(
                        found.findings().stream().limit(Math.max(0, findings)),
                        found.changes().stream().limit(Math.max(0, changes)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        getEntityManager()
                .createNativeQuery("""
                        insert into import_finding (import_id, line, kind, field, reason, change)
                        select :import, line, kind, field, reason, cast(change as jsonb)
                        from unnest(cast(:lines as bigint[]), cast(:kinds as text[]), cast(:fields as text[]),
                            cast(:reasons as text[]), cast(:changes as text[]))
                            as given (line, kind, field, reason, change)
                        """)
                .setParameter("import", id)
                .setParameter("lines", rows.stream().map(Row::line).toArray(Long[]::new))
                .setParameter(
                        "kinds", rows.stream().map(row -> row.kind().wireName()).toArray(String[]::new))
                .setParameter("fields", rows.stream().map(Row::field).toArray(String[]::new))
                .setParameter("reasons", rows.stream().map(Row::reason).toArray(String[]::new))
                .setParameter(
                        "changes",
                        rows.stream().map(row -> BulkSql.json(row.change())).toArray(String[]::new))
                .executeUpdate();
    }
}
