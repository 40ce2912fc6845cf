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
 * The files that the pages of this service and other sites load. Each is served at an address that contains its version
 * and whose content never changes. Old versions of the component, which other sites have pinned, are in the resource
 * folder {@code embed/released}.
 */
@Singleton
class Assets {

    private static final List<String> COMPONENT_FILES = List.of("words.js", "card.js", "drops.js");
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Asset component;
    private final Map<String, Asset> pageFiles;

    Assets(ObjectMapper json) throws JsonProcessingException {
        // A single file, because a site can pin only one; the style sheet is included as a string.
        component = Asset.of(COMPONENT_FILES.stream()
                .map(name -> text("embed/" + name))
                .collect(Collectors.joining(
                        "\n",
                        "// Solecast: sneaker release dates for any page. Apache-2.0.\nconst CSS_TEXT = "
                                + json.writeValueAsString(text("embed/drops.css")) + ";\n",
                        ""))
                .getBytes(StandardCharsets.UTF_8));
        pageFiles = List.of("page.css", "calendar.js", "search.js", "docs.js", "icon.svg").stream()
                .collect(Collectors.toMap(name -> name, name -> Asset.of(bytes("embed/" + name))));
    }

    /** The present version of the web component. */
    Asset component() {
        return component;
    }

    /** Finds the present or a released version of the component. */
    Optional<byte[]> findComponent(String version) {
        if (version.equals(component.version())) {
            return Optional.of(component.bytes());
        }
        return VERSION.matcher(version).matches() ? read("embed/released/" + version + ".js") : Optional.empty();
    }

    /** The path at which the present version of the component is served. */
    String componentPath() {
        return "/embed/" + component.version() + "/embed.js";
    }

    /** Finds a file of the pages of this service, if the version is the present one. */
    Optional<byte[]> findPageFile(String version, String name) {
        return Optional.ofNullable(pageFiles.get(name))
                .filter(asset -> asset.version().equals(version))
                .map(Asset::bytes);
    }

    /** Returns the path at which a file of the pages of this service is served. */
    String pageFilePath(String name) {
        var asset = pageFiles.get(name);
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
