package dev.solecast.exchange.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.auth.Caller;
import dev.solecast.exchange.format.FileType;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes files over as they arrive. One that is taken in by chunks is worked on while it comes; one that must be a single
 * transaction is first laid aside whole, for nobody's slow line shall keep a transaction open.
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
    private final Semaphore places;

    ImportUploads(
            CatalogImport catalog, ImportProgress progress, Caller caller, ObjectMapper json, ImportSettings settings) {
        this.catalog = catalog;
        this.progress = progress;
        this.caller = caller;
        this.json = json;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * The number of the import; it has ended, or goes on after the caller's patience.
     *
     * @throws Problem 503 if as many are worked on as there may be
     */
    long take(InputStream file, FileType type, ImportOptions options, HttpServerResponse response) throws IOException {
        if (!places.tryAcquire()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw Problem.of(
                    ProblemCode.UNAVAILABLE,
                    "As many imports are going on as this service works on at once: " + settings.atOnce()
                            + ". Try again when one of them has ended; /v1/imports lists them.");
        }
        if (!options.aside()) {
            try {
                return now(file, type, options);
            } finally {
                places.release();
            }
        }
        return later(file, type, options);
    }

    private long now(InputStream file, FileType type, ImportOptions options) {
        var id = progress.begin(options);
        catalog.work(id, () -> type.read(file, json), options);
        return id;
    }

    private long later(InputStream file, FileType type, ImportOptions options) throws IOException {
        Path aside = null;
        boolean handedOver = false;
        try {
            aside = Files.createTempFile("solecast-import", null);
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            var id = progress.begin(options);
            var laidAside = aside;
            var work = Thread.ofVirtual().start(caller.carry(() -> work(id, laidAside, type, options)));
            handedOver = true;
            work.join(settings.patience());
            return id;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a file came in", e);
        } finally {
            if (!handedOver) {
                places.release();
                delete(aside);
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

    private void work(long id, Path file, FileType type, ImportOptions options) {
        try (var stream = Files.newInputStream(file)) {
            catalog.work(id, () -> type.read(stream, json), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
            delete(file);
        }
    }
}
