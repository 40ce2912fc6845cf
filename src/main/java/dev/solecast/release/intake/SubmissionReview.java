package dev.solecast.release.intake;

import dev.solecast.http.Actor;
import dev.solecast.http.Slug;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;

/** Submits rumors of untrusted keys for review, and lets editors accept or reject them. */
@ApplicationScoped
@Transactional
class SubmissionReview {

    private final Submissions submissions;
    private final Releases releases;
    private final RumorIntake intake;
    private final Actor actor;
    private final Clock clock;

    SubmissionReview(Submissions submissions, Releases releases, RumorIntake intake, Actor actor, Clock clock) {
        this.submissions = submissions;
        this.releases = releases;
        this.intake = intake;
        this.actor = actor;
        this.clock = clock;
    }

    /** Queues a rumor that could be recorded; the same rumor submitted again while it waits is the same submission. */
    SubmissionView submit(Slug slug, @Valid NewRumor request) {
        var release = releases.lockExisting(slug);
        intake.check(release, request);
        var submission = submissions.findWaiting(release, request, actor.name()).orElseGet(() -> {
            var submitted = new Submission(release, request, actor.name(), clock.instant());
            submissions.persist(submitted);
            return submitted;
        });
        return SubmissionView.of(submission);
    }

    /** Records it as a rumor in the name of the key that submitted it. */
    SubmissionView accept(long id) {
        var submission = submissions.lock(id);
        submission.refuseReviewed();
        var recorded =
                intake.record(new Slug(submission.release().slug()), submission.rumor(), submission.submittedBy());
        submission.accept(recorded.rumor().id(), actor.name(), clock.instant());
        return SubmissionView.of(submission);
    }

    SubmissionView reject(long id, String reason) {
        var submission = submissions.lock(id);
        submission.reject(reason, actor.name(), clock.instant());
        return SubmissionView.of(submission);
    }
}
