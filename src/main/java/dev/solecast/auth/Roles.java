package dev.solecast.auth;

/** What a key may do. Each role may do all that those before it may. */
public final class Roles {

    /** Reads, like anybody, but more often. */
    public static final String READER = "reader";

    /** Adds rumors, which wait for review unless the key is trusted. */
    public static final String CONTRIBUTOR = "contributor";

    /** Writes the catalogue and the releases, and reviews. */
    public static final String EDITOR = "editor";

    /** Manages keys and what belongs to others. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
