package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.PublicAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Builds the head and the file addresses that all pages have in common. */
@Singleton
class PageLayout {

    private final Assets assets;
    private final PublicAddress address;

    PageLayout(Assets assets, PublicAddress address) {
        this.assets = assets;
        this.address = address;
    }

    /** Returns the full public address of a path of this service. */
    String absoluteUrl(UriInfo uri, String path) {
        return address.of(uri) + path;
    }

    /**
     * Builds the common part of a page.
     *
     * @param path canonical path of the page, which may differ from the requested one
     */
    Page page(UriInfo uri, String path, String title, String description) {
        var component = assets.component();
        return new Page(
                SafeText.text(title),
                SafeText.text(description),
                absoluteUrl(uri, path),
                "website",
                null,
                null,
                null,
                assets.componentPath(),
                component.integrity(),
                assets.pageFilePath("page.css"),
                assets.pageFilePath("search.js"),
                assets.pageFilePath("calendar.js"),
                assets.pageFilePath("icon.svg"));
    }

    /** Returns the address of the oEmbed description of a page. */
    String oEmbedUrl(UriInfo uri, String path) {
        return absoluteUrl(
                uri, "/oembed?format=json&url=" + URLEncoder.encode(absoluteUrl(uri, path), StandardCharsets.UTF_8));
    }

    /**
     * The head of a page and the addresses of its files.
     *
     * @param title title without "Solecast", which the template adds
     * @param url full canonical address
     * @param type type of the page in the Open Graph protocol
     * @param picture preview picture for links to the page; null if there is none
     * @param oEmbed address of the oEmbed description; null if there is none
     * @param structuredData JSON-LD, escaped for a script element; null if there is none
     * @param component address of the web component; {@code style} to {@code icon} are addresses of files as well
     * @param integrity hash of the web component, for the attribute of that name
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

        /** Returns this page with an oEmbed description. */
        Page withOEmbed(String oEmbedAddress) {
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

        /** Returns this page as the page of a product. */
        Page asProduct(@Nullable Picture productPicture, String oEmbedAddress, String productData) {
            return new Page(
                    title,
                    description,
                    url,
                    "product",
                    productPicture,
                    oEmbedAddress,
                    productData,
                    component,
                    integrity,
                    style,
                    search,
                    calendar,
                    icon);
        }
    }
}
