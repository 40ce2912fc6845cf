package dev.solecast.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that our pages and other sites load. Each is served under an address with its version, whose content never
 * changes; that of the component also holds old versions, kept in the folder {@code embed/released}, because other sites
 * have pinned them.
 */
@Singleton
class Assets {

    private static final List<String> PARTS_OF_COMPONENT = List.of("words.js", "card.js", "drops.js");
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Asset component;
    private final Map<String, Asset> own;

    Assets(ObjectMapper json) throws JsonProcessingException {
        // One file, since only one can be pinned; its style goes with it as a string.
        component = Asset.of(PARTS_OF_COMPONENT.stream()
                .map(name -> text("embed/" + name))
                .collect(Collectors.joining(
                        "\n",
                        "// Solecast: sneaker release dates for any page. Apache-2.0.\nconst CSS_TEXT = "
                                + json.writeValueAsString(text("embed/drops.css")) + ";\n",
                        ""))
                .getBytes(StandardCharsets.UTF_8));
        own = List.of("page.css", "calendar.js", "search.js", "icon.svg").stream()
                .collect(Collectors.toMap(name -> name, name -> Asset.of(bytes("embed/" + name))));
    }

    /** The web component in its present version. */
    Asset component() {
        return component;
    }

    /** The component in a version of ours, present or past. */
    Optional<byte[]> component(String version) {
        if (version.equals(component.version())) {
            return Optional.of(component.bytes());
        }
        return VERSION.matcher(version).matches() ? read("embed/released/" + version + ".js") : Optional.empty();
    }

    /** Where the component is to be had, in its present version. */
    String componentAddress() {
        return "/embed/" + component.version() + "/embed.js";
    }

    /** A file of our own pages in its present version. */
    Optional<byte[]> own(String version, String name) {
        return Optional.ofNullable(own.get(name))
                .filter(asset -> asset.version().equals(version))
                .map(Asset::bytes);
    }

    /** Where a file of our own pages is to be had. */
    String address(String name) {
        var asset = own.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No such file: " + name);
        }
        return "/assets/" + asset.version() + "/" + name;
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        return read(path).orElseThrow(() -> new IllegalStateException("Missing: " + path));
    }

    private static Optional<byte[]> read(String path) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
