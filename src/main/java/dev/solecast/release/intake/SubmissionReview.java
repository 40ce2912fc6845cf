package dev.solecast.release.intake;

import dev.solecast.http.Actor;
import dev.solecast.http.Slug;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;

/** Takes in rumors from those who are not trusted to judge them, and lets editors judge. */
@ApplicationScoped
@Transactional
class SubmissionReview {

    private final Submissions submissions;
    private final Releases releases;
    private final RumorIntake rumors;
    private final Actor actor;
    private final Clock clock;

    SubmissionReview(Submissions submissions, Releases releases, RumorIntake rumors, Actor actor, Clock clock) {
        this.submissions = submissions;
        this.releases = releases;
        this.rumors = rumors;
        this.actor = actor;
        this.clock = clock;
    }

    /** Puts a rumor that could be recorded into the queue; sent again while it waits, it is the same one. */
    SubmissionView submit(Slug release, @Valid NewRumor given) {
        var about = releases.locked(release);
        rumors.check(about, given);
        var submission = submissions.waiting(about, given, actor.name()).orElseGet(() -> {
            var sent = new Submission(about, given, actor.name(), clock.instant());
            submissions.persist(sent);
            return sent;
        });
        return SubmissionView.of(submission);
    }

    /** Makes it a rumor, recorded by who sent it. */
    SubmissionView accept(long id) {
        var submission = submissions.locked(id);
        submission.refuseReviewed();
        var recorded =
                rumors.record(new Slug(submission.release().slug()), submission.rumor(), submission.submittedBy());
        submission.accept(recorded.rumor().id(), actor.name(), clock.instant());
        return SubmissionView.of(submission);
    }

    SubmissionView reject(long id, String reason) {
        var submission = submissions.locked(id);
        submission.reject(reason, actor.name(), clock.instant());
        return SubmissionView.of(submission);
    }
}
