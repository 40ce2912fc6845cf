package dev.solecast.release;

import dev.solecast.entry.Batch;
import dev.solecast.sql.BulkSql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
public class StatusChanges implements PanacheRepository<StatusChange> {

    /** In place of a reason that must be forgotten. */
    private static final String REDACTED = "(redacted)";

    private final Batch batch;

    StatusChanges(Batch batch) {
        this.batch = batch;
    }

    /** The changes of the present batch that are not yet in the database. */
    private record Unwritten(List<StatusChange> changes) {}

    private List<StatusChange> unwritten() {
        return batch.note(Unwritten.class, () -> new Unwritten(new ArrayList<>()))
                .changes();
    }

    /** A batch records all of its own together, when it asks for one, or at its end. */
    public void record(StatusChange change) {
        if (batch.isOpen()) {
            unwritten().add(change);
        } else {
            persistAndFlush(change);
        }
    }

    /** To be called at the end of a batch, when the session has written its releases. */
    public void recordAll() {
        var unrecorded = unwritten();
        BulkSql.write(
                getEntityManager(),
                "insert into status_change (release_id, day, status, window_edtf, reason, recorded_at, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                unrecorded.stream().map(StatusChange::row).toList());
        unrecorded.clear();
    }

    /** Leaves no reason but that it was taken away. */
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

    /** In the order in which they were recorded. */
    public List<StatusChange> recorded(List<Release> releases) {
        return list("release in ?1 order by id", releases);
    }

    /** Oldest first. */
    public List<StatusChange> of(List<Release> releases) {
        if (batch.isOpen() && !unwritten().isEmpty()) {
            flush();
            recordAll();
        }
        return list("release in ?1 order by day, id", releases);
    }
}
