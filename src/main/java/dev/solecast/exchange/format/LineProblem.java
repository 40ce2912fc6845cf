package dev.solecast.exchange.format;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line, for whoever sent it.
 *
 * @param field at fault, by its public name; null if it is none in particular
 * @param reason what is wrong and what would be right
 */
public record LineProblem(@Nullable String field, String reason) {

    /** The same as a problem. */
    public Problem problem() {
        return field == null
                ? Problem.of(ProblemCode.INVALID_BODY, reason)
                : Problem.field(ProblemCode.INVALID_BODY, field, reason);
    }

    /** The first of what a problem names. */
    public static LineProblem of(Problem problem) {
        var errors = problem.view().errors();
        return errors.isEmpty()
                ? new LineProblem(null, problem.view().detail())
                : new LineProblem(errors.getFirst().field(), errors.getFirst().detail());
    }
}
