package dev.solecast.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import org.jspecify.annotations.Nullable;

/** Describes a release as a schema.org {@code Product}, for search engines. */
final class StructuredData {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new ForScriptElement());
    }

    private StructuredData() {}

    /**
     * Builds JSON-LD that is escaped for a script element. It has a {@code releaseDate} only if the exact day is known,
     * because the property cannot express a window such as March.
     *
     * @param url full address of the page
     */
    static String of(ReleaseView release, String url, String description) {
        var product = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "Product")
                .put("name", SafeText.text(release.title()))
                .put("description", SafeText.text(description))
                .put("url", url);
        product.set("brand", thing("Brand", release.brand().name()));
        product.set("model", thing("ProductModel", release.model().name()));
        var colorway = release.colorway();
        if (colorway != null) {
            putUnlessNull(product, "sku", colorway.styleCode());
            putUnlessNull(
                    product,
                    "image",
                    colorway.picture() == null
                            ? null
                            : SafeText.link(colorway.picture().url()));
        }
        var day = DateDisplay.knownDay(release);
        var date = release.date();
        var dateHolds = release.status() != ReleaseStatus.CANCELLED && (date == null || !date.overdue());
        putUnlessNull(product, "releaseDate", dateHolds && day != null ? day.toString() : null);
        var price = release.retailPrice();
        if (price != null) {
            product.set(
                    "offers",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("@type", "Offer")
                            .put("price", price.amount().toPlainString())
                            .put("priceCurrency", price.currency().getCurrencyCode())
                            .put("url", url));
        }
        try {
            return JSON.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that cannot be written", e);
        }
    }

    private static ObjectNode thing(String type, String name) {
        return JsonNodeFactory.instance.objectNode().put("@type", type).put("name", name);
    }

    private static void putUnlessNull(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /** Escapes markup, so that no text can end the script element or begin a comment in it. */
    private static final class ForScriptElement extends CharacterEscapes {

        private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

        static {
            ASCII['<'] = CharacterEscapes.ESCAPE_STANDARD;
            ASCII['>'] = CharacterEscapes.ESCAPE_STANDARD;
            ASCII['&'] = CharacterEscapes.ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
