package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.PublicAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts around each page what all pages have. */
@Singleton
class PageLayout {

    private final Assets assets;
    private final PublicAddress address;

    PageLayout(Assets assets, PublicAddress address) {
        this.assets = assets;
        this.address = address;
    }

    /** The address of something of ours in full. */
    String inFull(UriInfo uri, String path) {
        return address.of(uri) + path;
    }

    /**
     * @param path where the page is, whatever address was asked for
     */
    Page page(UriInfo uri, String path, String title, String description) {
        var pinned = assets.component();
        return new Page(
                SafeText.text(title),
                SafeText.text(description),
                inFull(uri, path),
                "website",
                null,
                null,
                null,
                assets.componentAddress(),
                pinned.integrity(),
                assets.address("page.css"),
                assets.address("search.js"),
                assets.address("calendar.js"),
                assets.address("icon.svg"));
    }

    /** The address to ask for the oEmbed of a page. */
    String oEmbed(UriInfo uri, String path) {
        return inFull(uri, "/oembed?format=json&url=" + URLEncoder.encode(inFull(uri, path), StandardCharsets.UTF_8));
    }

    /**
     * The head of a page and the addresses of its files.
     *
     * @param title without "Solecast", which is added
     * @param url its canonical address in full
     * @param picture that stands for it where it is linked; null if there is none
     * @param oEmbed where to ask for its oEmbed; null if it has none
     * @param structuredData JSON-LD, safe to stand in a script element; null if there is none
     */
    record Page(
            String title,
            String description,
            String url,
            String type,
            @Nullable Picture picture,
            @Nullable String oEmbed,
            @Nullable String structuredData,
            String component,
            String integrity,
            String style,
            String search,
            String calendar,
            String icon) {

        Page linkedTo(String oEmbedAddress) {
            return new Page(
                    title,
                    description,
                    url,
                    type,
                    picture,
                    oEmbedAddress,
                    structuredData,
                    component,
                    integrity,
                    style,
                    search,
                    calendar,
                    icon);
        }

        Page about(@Nullable Picture shown, String oEmbedAddress, String data) {
            return new Page(
                    title,
                    description,
                    url,
                    "product",
                    shown,
                    oEmbedAddress,
                    data,
                    component,
                    integrity,
                    style,
                    search,
                    calendar,
                    icon);
        }
    }
}
