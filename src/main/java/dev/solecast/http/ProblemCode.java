package dev.solecast.http;

/** The stable codes of problems, each bound to its HTTP status and a title that never changes. */
public enum ProblemCode implements Word {
    UNKNOWN_PARAMETER(400, "Unknown parameter"),
    INVALID_PARAMETER(400, "Invalid parameter"),
    INVALID_CURSOR(400, "Invalid cursor"),
    MALFORMED_REQUEST(400, "Malformed request"),
    INVALID_BODY(400, "Invalid body"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict"),
    GONE(410, "Gone"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INTERNAL_ERROR(500, "Internal error"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that always goes with this code. */
    public int status() {
        return status;
    }

    /** A short English summary of the kind of problem, the same for every occurrence. */
    public String title() {
        return title;
    }

    @Override
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
