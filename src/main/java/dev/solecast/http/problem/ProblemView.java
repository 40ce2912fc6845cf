package dev.solecast.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.http.KeyMask;
import dev.solecast.http.RequestIdFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type the address of the explanation of the code
 * @param title the kind of problem, the same for every occurrence
 * @param status the HTTP status
 * @param code the stable code, which programs should use
 * @param detail the fault of this request and its remedy, for people
 * @param instance this occurrence, by the id of the request, which the log has too; left out if there is none
 * @param errors for bad input the fields or parameters at fault, by their public names; otherwise empty
 */
@Schema(name = "Problem", description = "An RFC 9457 problem: what went wrong and what to do about it.")
public record ProblemView(
        @Schema(examples = "/docs/problems#invalid-parameter")
        String type,

        @Schema(examples = "Invalid parameter") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "invalid-parameter") String code,

        @Schema(examples = "limit: 0 is not a number from 1 to 100.")
        String detail,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "/requests/1f0e3dad-9990-4345-b743-9f8ffabdffc4", nullable = false)
        @Nullable
        String instance,

        List<Field> errors) {

    /**
     * One field or parameter at fault.
     *
     * @param field its public name; a path such as {@code retailers[0].url} inside a body
     * @param detail the fault of the field
     */
    @Schema(name = "ProblemField")
    public record Field(
            @Schema(examples = "limit") String field,

            @Schema(examples = "0 is not a number from 1 to 100.")
            String detail) {}

    static ProblemView of(ProblemCode code, String detail, List<Field> errors) {
        return new ProblemView(
                "/docs/problems#" + code.wireName(),
                code.title(),
                code.status(),
                code.wireName(),
                KeyMask.mask(detail),
                RequestIdFilter.instance(),
                errors.stream()
                        .map(error -> new Field(KeyMask.mask(error.field()), KeyMask.mask(error.detail())))
                        .toList());
    }
}
