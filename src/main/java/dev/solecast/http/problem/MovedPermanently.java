package dev.solecast.http.problem;

import dev.solecast.http.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where a slug has been retired in favour of another; answered by 308 with the same address under the new slug,
 * query and all.
 */
public final class MovedPermanently extends RuntimeException {

    private final transient Slug slug;

    /**
     * @param slug the present one
     */
    public MovedPermanently(Slug slug) {
        super("Its slug is now " + slug, null, false, false);
        this.slug = slug;
    }

    /** The present one. */
    public Slug slug() {
        return slug;
    }

    /**
     * The new address.
     *
     * @param path with the retired slug behind its collection, which in the API stands behind the version
     * @param query null if there is none
     */
    String address(String path, @Nullable String query) {
        var segments = path.split("/", -1);
        segments[segments[1].equals("v1") ? 3 : 2] = slug.text();
        return String.join("/", segments) + (query == null ? "" : "?" + query);
    }
}
