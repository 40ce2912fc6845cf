package dev.solecast.http;

/**
 * The order of everything that a request passes, in one place.
 *
 * <p>On the event loop (Vert.x) the highest number comes first; between ours stand Quarkus's own: CORS at 300 and
 * authentication at 200. In Jakarta REST request filters run from the lowest number up, response filters from the
 * highest down; those without a number here stand at 5,000.
 */
public final class FilterOrder {

    /** First, so that every log line and every response, refusals included, carries the id of the request. */
    public static final int REQUEST_ID = 2_000;

    /** Before anything that refuses, so that refusals are measured and carry the frame policy as well. */
    public static final int FRAME_POLICY = 1_500;

    /** See {@link #FRAME_POLICY}. */
    public static final int METRICS = 1_500;

    /** Before the address is looked at: the connection of a refused request is closed in either case. */
    public static final int SHUTDOWN = 1_250;

    /** See {@link #SHUTDOWN}. */
    public static final int BODY_LIMIT_CONNECTION = 1_250;

    /** Before CORS (300), which would otherwise see malformed addresses, and before any header that holds a list is read. */
    public static final int HTTP2_REQUEST = 1_000;

    /** After CORS (300), so that a page can read the refusal; before authentication (200), which costs more. */
    public static final int RATE_LIMIT_BEFORE_AUTHENTICATION = 250;

    /** After the rate limit has counted the request; no key, so authentication is not needed. */
    public static final int CACHE_WITHOUT_KEY = 240;

    /** After authentication (200), because the limit depends on the key. */
    public static final int RATE_LIMIT_AFTER_AUTHENTICATION = 150;

    /** After the limit, so that a refused origin is counted. */
    public static final int KEY_ORIGIN = 140;

    /** After every check that may refuse a key. */
    public static final int CACHE_WITH_KEY = 120;

    /** After the caches, whose answers cost next to nothing. */
    public static final int CONCURRENCY = 115;

    /** After every limit, before the files that Quarkus serves. */
    public static final int DOCS = 110;

    /** The first request filter: everything after it counts toward the deadline. */
    public static final int DEADLINE = Integer.MIN_VALUE;

    /** Before unknown parameters are refused: it drops the empty fields of a form. */
    public static final int EMPTY_FIELDS = 4_700;

    /** Before the body is bounded: the cheaper refusal. */
    public static final int UNKNOWN_PARAMETERS = 4_800;

    /** Before a body is read. */
    public static final int BODY_LIMIT = 4_900;

    /** Before whatever only a request needs that computes its own response. */
    public static final int REQUEST_COALESCING = 5_000;

    /** After coalescing, as requests that wait for another one's response need no place. */
    public static final int BULKHEAD = 5_010;

    /** After the place is taken: whoever gets none pays nothing for it. Before any entry is looked up. */
    public static final int COST = 5_020;

    /** After coalescing, so that the entries named are dependencies, and identical requests look them up once. */
    public static final int SLUGS = 5_100;

    /** A late response filter: no other may change the body behind it, for it computes the tag and compresses. */
    public static final int RESPONSE_WRITER = 0;

    /** The last response filter: it overrides any {@code Cache-Control} where a key was needed. */
    public static final int NO_STORE = -1;

    private FilterOrder() {}
}
