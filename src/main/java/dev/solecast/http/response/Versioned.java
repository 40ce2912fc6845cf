package dev.solecast.http.response;

/** An answer about one entry, whose {@code ETag} tells its version, for {@code If-Match}. */
public interface Versioned {

    /** Rises with every change that an editor makes. */
    int version();
}
