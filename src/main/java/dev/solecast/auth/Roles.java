package dev.solecast.auth;

/** The wire names of the roles, as constants for annotations; see {@link Role}. */
public final class Roles {

    /** Reads, like anonymous callers, but with a higher rate limit. */
    public static final String READER = "reader";

    /** Adds rumors, which wait for review unless the key is trusted. */
    public static final String CONTRIBUTOR = "contributor";

    /** Writes the catalog and the releases, and reviews submissions. */
    public static final String EDITOR = "editor";

    /** Manages keys, and resources that belong to other keys. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
