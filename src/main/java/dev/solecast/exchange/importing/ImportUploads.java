package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.auth.Caller;
import dev.solecast.exchange.format.FileType;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.request.Bulkheads;
import dev.solecast.http.request.Workload;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Receives uploaded files. A file that is imported in chunks is imported while it arrives; one that must be a single
 * transaction is first stored in a temporary file, so that a slow upload does not hold a transaction open.
 */
@Singleton
class ImportUploads {

    private static final Logger LOG = Logger.getLogger(ImportUploads.class);
    static final String RETRY_AFTER_SECONDS = "10";

    private final CatalogImport catalog;
    private final ImportProgress progress;
    private final Caller caller;
    private final ObjectMapper json;
    private final ImportSettings settings;
    private final Bulkheads bulkheads;

    ImportUploads(
            CatalogImport catalog,
            ImportProgress progress,
            Caller caller,
            ObjectMapper json,
            ImportSettings settings,
            Bulkheads bulkheads) {
        this.catalog = catalog;
        this.progress = progress;
        this.caller = caller;
        this.json = json;
        this.settings = settings;
        this.bulkheads = bulkheads;
    }

    /**
     * Imports an uploaded file and returns the id of the import, which may still run after
     * {@link ImportSettings#patience}.
     *
     * @throws Problem 429 or 503 if as many imports are running as are allowed
     */
    long receive(InputStream file, FileType type, ImportOptions options, HttpServerResponse response)
            throws IOException {
        var place = bulkheads.enter(Workload.IMPORT, 1);
        if (!options.isSingleTransaction()) {
            try (place) {
                return importStream(file, type, options);
            }
        }
        return importStaged(file, type, options, place);
    }

    private long importStream(InputStream file, FileType type, ImportOptions options) {
        var id = progress.begin(options);
        catalog.run(id, () -> type.read(file, json), options);
        return id;
    }

    private long importStaged(InputStream file, FileType type, ImportOptions options, Bulkheads.Permit place)
            throws IOException {
        Path staged = null;
        boolean handedOver = false;
        try {
            staged = Files.createTempFile("solecast-import", null);
            Files.copy(file, staged, StandardCopyOption.REPLACE_EXISTING);
            var id = progress.begin(options);
            var stagedFile = staged;
            var task =
                    Thread.ofVirtual().start(caller.propagate(() -> importFile(id, stagedFile, type, options, place)));
            handedOver = true;
            task.join(settings.patience());
            return id;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a file came in", e);
        } finally {
            if (!handedOver) {
                place.close();
                delete(staged);
            }
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("A file that came in cannot be deleted", e);
        }
    }

    private void importFile(long id, Path file, FileType type, ImportOptions options, Bulkheads.Permit place) {
        try (place;
                var stream = Files.newInputStream(file)) {
            catalog.run(id, () -> type.read(stream, json), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }
}
