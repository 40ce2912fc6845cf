package dev.solecast.http.problem;

import dev.solecast.http.WireName;

/**
 * The stable codes of problems, each bound to its HTTP status and a title that never changes, with its meaning and
 * remedy for {@code /docs/problems}.
 */
public enum ProblemCode implements WireName {
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
    KEY_REQUIRED(
            401,
            "Key required",
            "This needs a key, and none was sent.",
            "Send a key of the role that the detail names, as Authorization: Bearer or as X-API-Key. An admin gives you"
                    + " one."),
    INVALID_KEY(
            401,
            "Invalid key",
            "The key that was sent is none of this service's, or not any more.",
            "Check that it was copied whole. If it is expired or revoked, ask an admin for another; to read, no key is"
                    + " needed."),
    ROLE_REQUIRED(
            403,
            "Role required",
            "The key that was sent may not do this.",
            "Use a key of the role that the detail names. An admin gives you one."),
    ORIGIN_NOT_ALLOWED(
            403,
            "Origin not allowed",
            "The key was used from a web page whose origin it does not allow.",
            "Ask an admin for a key with this origin. To read, a page needs no key; a key in a page is everybody's."),
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
    BODY_TOO_SLOW(
            408,
            "Body too slow",
            "The body did not arrive while the request had time.",
            "Send it again, over a faster connection or in smaller parts."),
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
    PRECONDITION_FAILED(
            412,
            "Precondition failed",
            "What the request would change has been changed since the caller read it.",
            "Read it again, look at what changed (errors lists the fields), and send the change with the new ETag."),
    BODY_TOO_LARGE(
            413,
            "Body too large",
            "The body is larger than this address reads.",
            "Send less at once; the detail says how much is read."),
    URI_TOO_LONG(
            414,
            "URI too long",
            "The address has more than " + ProblemCode.LONGEST_URI + " bytes.",
            "Ask for less at once: split a long list of values over several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body is of a media type that this address does not read.",
            "Send it as Content-Type: application/json."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency key reused",
            "The Idempotency-Key was sent before with another request.",
            "Take a new key for each act; a random UUID does well."),
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "The request changes something, but does not say which version of it the caller has seen.",
            "Send If-Match with the ETag of a GET of the same address."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More was asked than is allowed from this address or with this key: in a minute, or of heavy work at once.",
            "Wait for the seconds in Retry-After. RateLimit tells with every answer how many tokens are left, and x-cost in"
                    + " the contract what a request costs; a key allows more, and asking with If-None-Match costs a tenth"
                    + " where nothing has changed."),
    HEADERS_TOO_LARGE(
            431,
            "Headers too large",
            "The headers of the request are longer than they may be together.",
            "Send fewer or shorter headers; cookies are not needed here."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "Something failed on our side that should not have.",
            "Try again later. It has been logged; if it stays, report it with the request you made."),
    FORMAT_NOT_IMPLEMENTED(
            501,
            "Format not implemented",
            "The answer was asked for in a format that this address does not have.",
            "Ask for one of the formats that the detail lists, or leave the parameter out."),
    UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The service cannot answer just now, for example because its database is away.",
            "Try again after the seconds in the Retry-After header.");

    /** The maximum length of an address in bytes; browsers and proxies accept about as much. */
    public static final int LONGEST_URI = 8_000;

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

    /** The meaning of this code, the same for every occurrence. */
    public String meaning() {
        return meaning;
    }

    /** The remedy for the caller. */
    String cure() {
        return cure;
    }

    @Override
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
