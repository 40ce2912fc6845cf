package dev.solecast.release;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StatusChanges implements PanacheRepository<StatusChange> {

    /** In place of a reason that must be forgotten. */
    private static final String REDACTED = "(redacted)";

    /** Leaves no reason but that it was taken away. */
    void redactReasons(Release release) {
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
    List<StatusChange> recorded(List<Release> releases) {
        return list("release in ?1 order by id", releases);
    }

    /** Oldest first. */
    List<StatusChange> of(List<Release> releases) {
        return list("release in ?1 order by day, id", releases);
    }
}
