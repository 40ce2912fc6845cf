package dev.solecast.site;

import dev.solecast.http.Slug;
import dev.solecast.http.problem.MovedPermanently;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.read.AsOfQuery;
import dev.solecast.release.read.ReleaseResource;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks up releases by slugs that other sites have stored and that may be former ones. */
@Singleton
class ReleaseBySlug {

    private final ReleaseResource releases;

    ReleaseBySlug(ReleaseResource releases) {
        this.releases = releases;
    }

    /**
     * Returns the release with this present or former slug.
     *
     * @throws dev.solecast.http.problem.Problem 404 if there is none, 410 if it was deleted
     */
    ReleaseView get(Slug slug) {
        try {
            return releases.get(slug, List.of(), new AsOfQuery(null, null), null);
        } catch (MovedPermanently moved) {
            return get(moved.slug());
        }
    }
}
