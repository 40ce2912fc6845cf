package dev.solecast.release;

import dev.solecast.entry.Batch;
import dev.solecast.sql.BulkSql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The repository of changes of status. */
@ApplicationScoped
public class StatusChanges implements PanacheRepository<StatusChange> {

    /** Replaces a reason that must be erased. */
    private static final String REDACTED = "(redacted)";

    private final Batch batch;

    StatusChanges(Batch batch) {
        this.batch = batch;
    }

    /** The changes of the current batch that are not yet in the database. */
    private record Unwritten(List<StatusChange> changes) {}

    private List<StatusChange> unwritten() {
        return batch.attachment(Unwritten.class, () -> new Unwritten(new ArrayList<>()))
                .changes();
    }

    /** Records a change; those of a batch are written together when it reads changes, or at its end. */
    public void record(StatusChange change) {
        if (batch.isOpen()) {
            unwritten().add(change);
        } else {
            persistAndFlush(change);
        }
    }

    /** Writes all changes of the batch; its releases must have been flushed before. */
    public void recordAll() {
        var changes = unwritten();
        BulkSql.executeBatch(
                getEntityManager(),
                "insert into status_change (release_id, day, status, window_edtf, reason, recorded_at, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                changes.stream().map(StatusChange::columnValues).toList());
        changes.clear();
    }

    /** Replaces all reasons of a release by a note that they were redacted. */
    public void redactReasons(Release release) {
        update("reason = ?1 where release = ?2", REDACTED, release);
        getEntityManager()
                .createQuery("""
                        update Release set
                            statusReason = case when statusReason is not null then :redacted end,
                            dateReason = case when dateReason is not null then :redacted end
                        where id = :id
                        """)
                .setParameter("redacted", REDACTED)
                .setParameter("id", release.id())
                .executeUpdate();
        getEntityManager().refresh(release);
    }

    /** Lists the changes of these releases, oldest first. */
    public List<StatusChange> listByDay(List<Release> releases) {
        if (batch.isOpen() && !unwritten().isEmpty()) {
            flush();
            recordAll();
        }
        return list("release in ?1 order by day, id", releases);
    }
}
