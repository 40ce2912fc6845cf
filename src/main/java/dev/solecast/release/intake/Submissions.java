package dev.solecast.release.intake;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Release;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Submissions implements PanacheRepository<Submission> {

    static final Sort<Submission> OLDEST_FIRST = Sort.ascending(Sort.Key.number("s.id", Submission::id));

    /**
     * Lists submissions, oldest first.
     *
     * @param states empty for all
     * @param by the name of the key that submitted them; null for all
     */
    Page<Submission> list(List<SubmissionState> states, @Nullable String by, PageRequest<Submission> page) {
        var where = new HqlQuery().and("s.state in :?", states).and("s.submittedBy = :?", by);
        return where.page(getEntityManager(), Submission.class, "s", "from Submission s join fetch s.release", page);
    }

    /** The submission of the same rumor by the same key that is not reviewed yet. */
    Optional<Submission> findWaiting(Release release, NewRumor rumor, String by) {
        return list("release = ?1 and submittedBy = ?2 and state = ?3", release, by, SubmissionState.WAITING).stream()
                .filter(submission -> submission.rumor().equals(rumor))
                .findFirst();
    }

    /** Locks the submission with this id until the transaction ends; a problem 404 if there is none. */
    Submission lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND, "There is no submission " + id + ". /v1/submissions lists them."));
    }
}
