package dev.solecast.site;

import dev.solecast.http.Slug;
import dev.solecast.http.problem.MovedPermanently;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.read.AsOfQuery;
import dev.solecast.release.read.ReleaseResource;
import jakarta.inject.Singleton;
import java.util.List;

/** Releases as other sites name them: by a slug that may have been retired since. */
@Singleton
class ReleaseBySlug {

    private final ReleaseResource releases;

    ReleaseBySlug(ReleaseResource releases) {
        this.releases = releases;
    }

    /** The release of this slug, present or past; a problem if there is none. */
    ReleaseView release(Slug slug) {
        try {
            return releases.get(slug, List.of(), new AsOfQuery(null, null), null);
        } catch (MovedPermanently moved) {
            return release(moved.slug());
        }
    }
}
