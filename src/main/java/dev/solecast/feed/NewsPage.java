package dev.solecast.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed.
 *
 * @param title of the feed
 * @param home the page of this service for people
 * @param self the address of this page
 * @param first the address of the newest page
 * @param next the address of the page with older news; null on the last
 * @param updated when the newest of it happened
 * @param language the tag of its language
 */
record NewsPage(
        String title,
        URI home,
        URI self,
        URI first,
        @Nullable URI next,
        Instant updated,
        String language,
        List<News> news) {}
