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
     * Oldest first.
     *
     * @param by whose; null for all
     */
    Page<Submission> list(List<SubmissionState> states, @Nullable String by, PageRequest<Submission> page) {
        var where = new HqlQuery().and("s.state in :?", states).and("s.submittedBy = :?", by);
        return where.page(getEntityManager(), Submission.class, "s", "from Submission s join fetch s.release", page);
    }

    /** The same one, sent before and not yet reviewed. */
    Optional<Submission> waiting(Release release, NewRumor rumor, String by) {
        return list("release = ?1 and submittedBy = ?2 and state = ?3", release, by, SubmissionState.WAITING).stream()
                .filter(submission -> submission.rumor().equals(rumor))
                .findFirst();
    }

    /** The one to be reviewed, by nobody else at the same time. */
    Submission locked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND, "There is no submission " + id + ". /v1/submissions lists them."));
    }
}
