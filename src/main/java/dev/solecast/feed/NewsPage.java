package dev.solecast.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed.
 *
 * @param id a permanent id, of the filter alone
 * @param title the title of the feed
 * @param home the address of this service's home page
 * @param self the address of this page
 * @param first the address of the newest page
 * @param next the address of the page with older news; null on the last
 * @param updated the time of the newest change on it
 * @param language the tag of its language
 */
record NewsPage(
        UUID id,
        String title,
        URI home,
        URI self,
        URI first,
        @Nullable URI next,
        Instant updated,
        String language,
        List<News> news) {}
