package dev.solecast.http;

import java.util.List;

/** Thrown to answer a request with an RFC 9457 problem; its message is the {@code detail} that a caller reads. */
public final class Problem extends RuntimeException {

    private final transient ProblemView view;

    private Problem(ProblemCode code, String detail, List<ProblemView.Field> errors) {
        super(detail, null, false, false);
        this.view = ProblemView.of(code, detail, errors);
    }

    /**
     * A problem of this code.
     *
     * @param detail what is wrong here and what to do about it, for people; no Java names, no SQL
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * A query parameter whose value cannot be used.
     *
     * @param name the parameter as it is written in the address
     * @param why what is wrong with the value and what would be right
     */
    public static Problem parameter(String name, String why) {
        return field(ProblemCode.INVALID_PARAMETER, name, why);
    }

    /**
     * A field or parameter at fault.
     *
     * @param name its public name
     * @param why what is wrong with it and what would be right
     */
    public static Problem field(ProblemCode code, String name, String why) {
        return new Problem(code, name + ": " + why, List.of(new ProblemView.Field(name, why)));
    }

    /** A query parameter that the resource does not have. */
    static Problem unknownParameter(String name, String why) {
        return new Problem(ProblemCode.UNKNOWN_PARAMETER, why, List.of(new ProblemView.Field(name, why)));
    }

    /** What the caller is answered. */
    ProblemView view() {
        return view;
    }
}
