package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.NdjsonLines;
import dev.solecast.release.edit.ReleaseImport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Imports the catalogue that ships with the service, once into each database, in one transaction. */
@Singleton
class ShippedCatalogue {

    private static final String NAME = "new-balance-1000";

    private final ChunkImporter importer;
    private final ReleaseImport releases;
    private final ShippedCatalogues shippedCatalogues;
    private final ObjectMapper json;

    ShippedCatalogue(
            ChunkImporter importer, ReleaseImport releases, ShippedCatalogues shippedCatalogues, ObjectMapper json) {
        this.importer = importer;
        this.releases = releases;
        this.shippedCatalogues = shippedCatalogues;
        this.json = json;
    }

    void load(@Observes StartupEvent started) {
        var loaded = QuarkusTransaction.requiringNew().call(() -> {
            var isFirst = shippedCatalogues.markLoaded(NAME);
            if (isFirst) {
                importer.importChunk(lines(), MissingReferences.FINAL, new ImportContext(false))
                        .forEach(ShippedCatalogue::check);
            }
            return isFirst;
        });
        if (loaded) {
            releases.scoreResolved();
        }
    }

    private List<ImportLine> lines() {
        var all = new ArrayList<ImportLine>();
        var name = "/catalogue/" + NAME + ".ndjson";
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            var lines = new NdjsonLines(file, json.readerFor(ObjectNode.class));
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped catalogue " + NAME + " cannot be read", e);
        }
        return all;
    }

    private static void check(LineResult result) {
        if (result instanceof LineResult.Refused refused) {
            throw new IllegalStateException("The shipped catalogue " + NAME + " is wrong in line "
                    + refused.line().number() + ": " + refused.problem());
        }
    }
}
