package dev.solecast.release.intake;

import dev.solecast.release.NewRumor;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A submission in responses to the key that submitted it and to editors. */
@Schema(name = "Submission", description = "A rumor that waits for an editor's word, and what became of it.")
public record SubmissionView(
        long id,

        @Schema(description = "The slug of the release that it is about.", examples = "new-balance-1000")
        String release,

        NewRumor rumor,
        SubmissionState state,

        @Schema(description = "The name of the key that sent it.", examples = "reading-desk")
        String submittedBy,

        Instant submittedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,

        @Schema(description = "Why it was rejected.") @Nullable
        String reason,

        @Schema(description = "The rumor that it became.") @Nullable
        Long rumorId) {

    static SubmissionView of(Submission submission) {
        return new SubmissionView(
                submission.id(),
                submission.release().slug(),
                submission.rumor(),
                submission.state(),
                submission.submittedBy(),
                submission.submittedAt(),
                submission.reviewedBy(),
                submission.reviewedAt(),
                submission.reason(),
                submission.rumorId());
    }
}
