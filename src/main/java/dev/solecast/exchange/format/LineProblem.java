package dev.solecast.exchange.format;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a line, for the sender of the file.
 *
 * @param field the public name of the field at fault; null if it is none in particular
 * @param reason says the error and how to correct it
 */
public record LineProblem(@Nullable String field, String reason) {

    /** This as a problem of HTTP. */
    public Problem toProblem() {
        return field == null
                ? Problem.of(ProblemCode.INVALID_BODY, reason)
                : Problem.field(ProblemCode.INVALID_BODY, field, reason);
    }

    /** The first error that a problem lists, or its detail if it lists none. */
    public static LineProblem of(Problem problem) {
        var errors = problem.view().errors();
        return errors.isEmpty()
                ? new LineProblem(null, problem.view().detail())
                : new LineProblem(errors.getFirst().field(), errors.getFirst().detail());
    }
}
