package dev.solecast.http.problem;

import dev.solecast.http.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a slug has been retired in favor of another; answered with a 308 to the same address, including its
 * query, under the current slug.
 */
public final class MovedPermanently extends RuntimeException {

    private final transient Slug slug;

    /**
     * @param slug the current slug
     */
    public MovedPermanently(Slug slug) {
        super("Its slug is now " + slug, null, false, false);
        this.slug = slug;
    }

    /** The current slug. */
    public Slug slug() {
        return slug;
    }

    /**
     * Builds the address under the current slug.
     *
     * @param path the requested path: the retired slug follows its collection, which in the API follows the version
     * @param query the raw query; null if there is none
     */
    String address(String path, @Nullable String query) {
        var segments = path.split("/", -1);
        segments[segments[1].equals("v1") ? 3 : 2] = slug.text();
        return String.join("/", segments) + (query == null ? "" : "?" + query);
    }
}
