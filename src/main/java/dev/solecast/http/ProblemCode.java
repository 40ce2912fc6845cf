package dev.solecast.http;

/**
 * The stable codes of problems, each bound to its HTTP status and a title that never changes, with its meaning and its
 * cure for {@code /docs/problems}.
 */
public enum ProblemCode implements Word {
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The address has a query parameter that this resource does not know.",
            "Look for a typing error: the detail lists the parameters there are. None is ever ignored, so that a"
                    + " misspelt filter cannot pass for one that found everything."),
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A query parameter or a slug in the address has a value that cannot be used.",
            "Correct the parameter that errors names; its detail says what would be right."),
    INVALID_CURSOR(
            400,
            "Invalid cursor",
            "The cursor is damaged, or belongs to another query.",
            "Follow next as it was given, changing nothing but limit, or start again without a cursor."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The address, a header or the body cannot be read at all.",
            "Percent-encode the address as UTF-8 and send the body as valid JSON; the detail says what was found."),
    INVALID_BODY(
            400,
            "Invalid body",
            "The body is JSON, but some of its fields are missing or cannot be used.",
            "Correct the fields that errors lists."),
    NOT_FOUND(
            404,
            "Not found",
            "There is nothing at this address, and there never was.",
            "Check the slug against the list it belongs to, or find it with a search; /docs lists all addresses."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address exists, but does not answer to this HTTP method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The Accept header asks for a media type that this address does not have.",
            "Send Accept: application/json, or no Accept header."),
    CONFLICT(
            409,
            "Conflict",
            "The request contradicts what is stored.",
            "Read what is stored, and send a request that fits it; the detail says what does not fit."),
    GONE(
            410,
            "Gone",
            "What was at this address has been deleted, and will not come back.",
            "Forget the address, and remove the links to it."),
    URI_TOO_LONG(
            414,
            "URI too long",
            "The address has more than " + RequestTarget.LONGEST + " bytes.",
            "Ask for less at once: split a long list of values over several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body is of a media type that this address does not read.",
            "Send it as Content-Type: application/json."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "Something failed on our side that should not have.",
            "Try again later. It has been logged; if it stays, report it with the request you made."),
    UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The service cannot answer just now, for example because its database is away.",
            "Try again after the seconds in the Retry-After header.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String cure;

    ProblemCode(int status, String title, String meaning, String cure) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.cure = cure;
    }

    /** The HTTP status that always goes with this code. */
    public int status() {
        return status;
    }

    /** A short English summary of the kind of problem, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What has happened, whenever this code is told. */
    String meaning() {
        return meaning;
    }

    /** What the caller can do about it. */
    String cure() {
        return cure;
    }

    @Override
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
