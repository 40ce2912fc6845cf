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

/** A release as schema.org's {@code Product}, for machines that read pages. */
final class StructuredData {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new ForScriptElement());
    }

    private StructuredData() {}

    /**
     * JSON-LD that may stand in a script element as it is. It has a {@code releaseDate} only where the very day is known:
     * there is no way to say "March" in it, and no other day would be true.
     *
     * @param url the page's address in full
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
        var stands = release.status() != ReleaseStatus.CANCELLED && (date == null || !date.overdue());
        putUnlessNull(product, "releaseDate", stands && day != null ? day.toString() : null);
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

    /** So that no text can end the script element, nor begin a comment in it. */
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
