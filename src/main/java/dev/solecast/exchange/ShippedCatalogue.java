package dev.solecast.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.CatalogIntake;
import dev.solecast.catalog.NewBrand;
import dev.solecast.catalog.NewCollaboration;
import dev.solecast.catalog.NewCollaborator;
import dev.solecast.catalog.NewColorway;
import dev.solecast.catalog.NewModel;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewRumor;
import dev.solecast.release.NewSource;
import dev.solecast.release.ReleaseIntake;
import dev.solecast.release.RumorIntake;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Loads the catalogue that ships with the service, once into each database and all of it or none.
 *
 * <p>It is data: a file of JSON lines, each a new entry with its {@code type}, in the order in which they refer to each
 * other.
 */
@Singleton
class ShippedCatalogue {

    private static final String NAME = "new-balance-1000";
    private static final String RECORDED_BY = "solecast";

    private final CatalogIntake catalog;
    private final ReleaseIntake releases;
    private final RumorIntake rumors;
    private final Shipments shipments;
    private final ObjectMapper json;

    ShippedCatalogue(
            CatalogIntake catalog, ReleaseIntake releases, RumorIntake rumors, Shipments shipments, ObjectMapper json) {
        this.catalog = catalog;
        this.releases = releases;
        this.rumors = rumors;
        this.shipments = shipments;
        this.json = json;
    }

    void load(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (shipments.isFirst(NAME)) {
                readLines();
            }
        });
    }

    private void readLines() {
        var file = Objects.requireNonNull(getClass().getResourceAsStream("/catalogue/" + NAME + ".ndjson"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                add(json.readValue(line, ObjectNode.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped catalogue " + NAME + " cannot be read", e);
        }
    }

    private void add(ObjectNode entry) throws IOException {
        var type = entry.remove("type").asText();
        switch (type) {
            case "brand" -> catalog.add(json.treeToValue(entry, NewBrand.class));
            case "model" -> catalog.add(json.treeToValue(entry, NewModel.class));
            case "collaborator" -> catalog.add(json.treeToValue(entry, NewCollaborator.class));
            case "collaboration" -> catalog.add(json.treeToValue(entry, NewCollaboration.class));
            case "colorway" -> catalog.add(json.treeToValue(entry, NewColorway.class));
            case "source" -> releases.add(json.treeToValue(entry, NewSource.class));
            case "release" -> releases.add(json.treeToValue(entry, NewRelease.class), RECORDED_BY);
            case "rumor" -> {
                var release = entry.remove("release").asText();
                rumors.record(release, json.treeToValue(entry, NewRumor.class), RECORDED_BY);
            }
            default -> throw new IllegalStateException("The shipped catalogue holds a line of unknown type " + type);
        }
    }
}
