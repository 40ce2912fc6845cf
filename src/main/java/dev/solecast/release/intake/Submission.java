package dev.solecast.release.intake;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Release;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A rumor submitted for review. It affects nothing until an editor accepts it, which records it as a rumor. */
@Entity
class Submission {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Release release;

    @JdbcTypeCode(SqlTypes.JSON)
    private NewRumor rumor;

    private String submittedBy;
    private Instant submittedAt;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    private @Nullable String reviewedBy;
    private @Nullable Instant reviewedAt;
    private @Nullable String reason;
    private @Nullable Long rumorId;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(Release release, NewRumor rumor, String by, Instant now) {
        this.release = release;
        this.rumor = rumor;
        this.submittedBy = by;
        this.submittedAt = now;
        this.state = SubmissionState.WAITING;
    }

    /** Accepts it as the rumor with this id. */
    void accept(long id, String by, Instant now) {
        review(SubmissionState.ACCEPTED, by, now);
        rumorId = id;
    }

    void reject(String rejectionReason, String by, Instant now) {
        review(SubmissionState.REJECTED, by, now);
        reason = rejectionReason;
    }

    private void review(SubmissionState newState, String by, Instant now) {
        refuseReviewed();
        state = newState;
        reviewedBy = by;
        reviewedAt = now;
    }

    /** Refuses, as 409, a submission that has been accepted or rejected. */
    void refuseReviewed() {
        if (state != SubmissionState.WAITING) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "Submission %d was %s before, by %s.".formatted(id(), state.wireName(), reviewedBy));
        }
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored");
        }
        return id;
    }

    Release release() {
        return release;
    }

    NewRumor rumor() {
        return rumor;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    SubmissionState state() {
        return state;
    }

    @Nullable
    String reviewedBy() {
        return reviewedBy;
    }

    @Nullable
    Instant reviewedAt() {
        return reviewedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Long rumorId() {
        return rumorId;
    }
}
