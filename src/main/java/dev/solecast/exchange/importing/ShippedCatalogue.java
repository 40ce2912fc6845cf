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

/** Loads the catalogue that ships with the service, once into each database and all of it or none: a file of lines. */
@Singleton
class ShippedCatalogue {

    private static final String NAME = "new-balance-1000";

    private final ChunkImporter intake;
    private final ReleaseImport releases;
    private final ShippedCatalogues shipments;
    private final ObjectMapper json;

    ShippedCatalogue(ChunkImporter intake, ReleaseImport releases, ShippedCatalogues shipments, ObjectMapper json) {
        this.intake = intake;
        this.releases = releases;
        this.shipments = shipments;
        this.json = json;
    }

    void load(@Observes StartupEvent started) {
        var loaded = QuarkusTransaction.requiringNew().call(() -> {
            var isFirst = shipments.isFirst(NAME);
            if (isFirst) {
                intake.take(lines(), true, new ImportContext(false)).forEach(ShippedCatalogue::check);
            }
            return isFirst;
        });
        if (loaded) {
            releases.settle();
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

    private static void check(LineResult verdict) {
        if (verdict instanceof LineResult.Refused refused) {
            throw new IllegalStateException("The shipped catalogue " + NAME + " is wrong in line "
                    + refused.line().number() + ": " + refused.fault());
        }
    }
}
