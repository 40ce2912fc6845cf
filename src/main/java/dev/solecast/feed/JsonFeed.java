package dev.solecast.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of news as JSON Feed 1.1, whose field names have underscores. */
@Schema(name = "JsonFeed", description = "JSON Feed 1.1; see jsonfeed.org.")
public record JsonFeed(
        @Schema(examples = "https://jsonfeed.org/version/1.1")
        String version,

        @Schema(examples = "Solecast: Kith, United States") String title,

        @JsonProperty("home_page_url") @Schema(implementation = String.class)
        URI home,

        @JsonProperty("feed_url") @Schema(implementation = String.class)
        URI self,

        @JsonProperty("next_url")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(implementation = String.class, description = "The page with older news; left out on the last.")
        @Nullable
        URI next,

        @Schema(examples = "en") String language,
        List<Author> authors,
        List<Item> items) {

    /** One change of a release. */
    @Schema(name = "JsonFeedItem")
    public record Item(
            @Schema(examples = "urn:uuid:7f3c1f0e-6f4c-3a39-9d5d-4ad1a7a3c1b2")
            String id,

            @Schema(implementation = String.class) URI url,

            @Schema(examples = "New Balance 1000: now March 2027, was Spring 2027")
            String title,

            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            @Schema(description = "The kind of change.") List<String> tags) {}

    /** The author of the feed. */
    @Schema(name = "JsonFeedAuthor")
    public record Author(
            String name,
            @Schema(implementation = String.class) URI url) {}

    static JsonFeed of(NewsPage page) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                page.title(),
                page.home(),
                page.self(),
                page.next(),
                page.language(),
                List.of(new Author("Solecast", page.home())),
                page.news().stream()
                        .map(news -> new Item(
                                "urn:uuid:" + news.id(),
                                news.page(),
                                news.title(),
                                news.text(),
                                news.at(),
                                List.of(news.kind())))
                        .toList());
    }
}
