package dev.solecast.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.response.Imminent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page of ours as another site can show it, in the words of oEmbed 1.0; lengths in pixels. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OEmbed(
        String version,
        String type,
        String title,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        int width,
        int height,
        String html,
        @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
        @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
        @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight)
        implements Imminent {

    private static final int FIVE_MINUTES = 300;

    /**
     * @param frame the address of the page to be framed, in full
     * @param thumbnail null if there is none that fits
     */
    static OEmbed of(String home, String title, String frame, int width, int height, @Nullable Picture thumbnail) {
        var html = "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\"></iframe>"
                .formatted(escaped(frame), width, height, escaped(SafeText.text(title)));
        return new OEmbed(
                "1.0",
                "rich",
                SafeText.text(title),
                "Solecast",
                home + "/",
                FIVE_MINUTES,
                width,
                height,
                html,
                thumbnail == null ? null : thumbnail.url(),
                thumbnail == null ? null : thumbnail.width(),
                thumbnail == null ? null : thumbnail.height());
    }

    /** What it tells of is asked for again by the frame. */
    @Override
    public boolean imminent(Instant now) {
        return false;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
