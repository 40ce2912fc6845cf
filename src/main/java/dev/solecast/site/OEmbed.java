package dev.solecast.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.response.Imminent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page of this service in the format of oEmbed 1.0, so that other sites can show it; lengths are in pixels. */
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
     * Describes a page that is shown in a frame.
     *
     * @param home public base address of this service
     * @param frame full address of the page to be framed
     * @param thumbnail null if there is none that fits
     */
    static OEmbed of(String home, String title, String frame, int width, int height, @Nullable Picture thumbnail) {
        var html = "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\"></iframe>"
                .formatted(escape(frame), width, height, escape(SafeText.text(title)));
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

    /** The frame requests the dates itself, so this never changes by the passing of time. */
    @Override
    public boolean isImminent(Instant now) {
        return false;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
