package dev.solecast.http.response;

/** A response about one entry, whose {@code ETag} contains its version, for {@code If-Match}. */
public interface Versioned {

    /** The version of the entry, which rises with every change by an editor. */
    int version();
}
