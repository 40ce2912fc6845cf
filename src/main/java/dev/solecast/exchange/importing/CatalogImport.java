package dev.solecast.exchange.importing;

import dev.solecast.auth.Caller;
import dev.solecast.change.ChangeLog;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import dev.solecast.exchange.format.LineSource;
import dev.solecast.http.problem.DatabaseOutage;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Imports a file of lines in chunks. Each chunk is a transaction of its own, short enough not to block other writers;
 * if the database refuses one, its lines are tried one by one. An atomic import or a dry run is one transaction,
 * committed or rolled back at its end.
 */
@ApplicationScoped
class CatalogImport {

    private static final Logger LOG = Logger.getLogger(CatalogImport.class);

    private static final Duration TRANSACTION_TIMEOUT = Duration.ofHours(1);

    private final ChunkImporter importer;
    private final ImportProgress progress;
    private final Caller caller;
    private final ChangeLog log;
    private final EntityManager database;
    private final ImportSettings settings;

    CatalogImport(
            ChunkImporter importer,
            ImportProgress progress,
            Caller caller,
            ChangeLog log,
            EntityManager database,
            ImportSettings settings) {
        this.importer = importer;
        this.progress = progress;
        this.caller = caller;
        this.log = log;
        this.database = database;
        this.settings = settings;
    }

    /**
     * Imports a file to its end and reports the outcome to {@link ImportProgress}. The caller must not be in a
     * transaction.
     *
     * @param id returned by {@link ImportProgress#begin}
     */
    void run(long id, InputOpener file, ImportOptions options) {
        try {
            if (options.isSingleTransaction()) {
                importAtomically(id, file.open(), options);
            } else {
                new ChunkReader(
                                file.open(),
                                new ImportContext(options.force()),
                                (lines, isLast, context) -> importChunk(id, lines, isLast, context),
                                this::start)
                        .readAll();
                progress.end(id, ImportState.FINISHED, null);
            }
        } catch (UncheckedIOException | IOException e) {
            progress.end(
                    id,
                    ImportState.TRUNCATED,
                    options.isSingleTransaction()
                            ? "The file ended before it was whole. Nothing was taken in; send it again."
                            : "The file ended before it was whole. What came before is taken in; send it again.");
        } catch (Problem e) {
            progress.end(id, ImportState.REFUSED, e.view().detail());
        } catch (RuntimeException e) {
            progress.end(id, ImportState.BROKEN, explain(e));
        }
    }

    /** Opens the file to import. */
    interface InputOpener {

        /** Opens it; fails with an {@code IOException} if it is not of its declared type. */
        LineSource open() throws IOException;
    }

    private static String explain(RuntimeException e) {
        if (DatabaseOutage.findIn(e).isPresent()) {
            return "The database did not answer any more. Send the file again; what is there stays as it is.";
        }
        LOG.error("An import failed for a reason of our own", e);
        return "This is our fault, not yours, and has been logged. Send the file again; what is there stays as it is.";
    }

    private void start(Runnable work) {
        Thread.ofVirtual().start(caller.propagate(work));
    }

    /** Tries a chunk twice, because another writer may have caused the failure; then line by line. */
    private List<LineResult> importChunk(long id, Collection<ImportLine> lines, boolean isLast, ImportContext context) {
        try {
            return tryImport(id, lines, isLast, context);
        } catch (RuntimeException first) {
            LOG.debug("A chunk of an import is tried again", first);
        }
        try {
            return tryImport(id, lines, isLast, context);
        } catch (RuntimeException e) {
            return lines.size() == 1
                    ? List.of(refuse(id, lines.iterator().next(), e))
                    : lines.stream()
                            .flatMap(line -> importChunk(id, List.of(line), isLast, context).stream())
                            .toList();
        }
    }

    private List<LineResult> tryImport(long id, Collection<ImportLine> lines, boolean isLast, ImportContext context) {
        return QuarkusTransaction.requiringNew().call(() -> {
            extendTimeouts("10s");
            var results = importer.importChunk(lines, isLast, context);
            database.flush();
            log.evaluateDeferred();
            // Last, because concurrent chunks wait for each other on the row of the import.
            progress.record(id, results);
            return results;
        });
    }

    /** Records a line as refused. A database outage is no fault of a line and ends the import. */
    private LineResult refuse(long id, ImportLine line, RuntimeException e) {
        if (DatabaseOutage.findIn(e).isPresent()) {
            throw e;
        }
        LineResult result = new LineResult.Refused(line, problem(e));
        QuarkusTransaction.requiringNew().run(() -> progress.record(id, List.of(result)));
        return result;
    }

    private static LineProblem problem(RuntimeException e) {
        var cause = Problem.findIn(e);
        if (cause.isPresent()) {
            return LineProblem.of(cause.get());
        }
        LOG.warn("A line of an import was refused by the database", e);
        return new LineProblem(null, "It contradicts what is stored, or what somebody else stored at the same moment.");
    }

    private void importAtomically(long id, LineSource file, ImportOptions options) throws IOException {
        var lineCount = new AtomicInteger();
        var refusedCount = new AtomicInteger();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(TRANSACTION_TIMEOUT.toSeconds()))
                    .call(() -> {
                        extendTimeouts("0");
                        ChunkReader.ChunkConsumer taker = (lines, isLast, context) -> {
                            var results = importFlushed(lines, isLast, context);
                            QuarkusTransaction.requiringNew().run(() -> progress.record(id, results));
                            var counts = LineCounts.of(results);
                            refusedCount.addAndGet(counts.refused());
                            refuseTooMany(lineCount.addAndGet(counts.lines()));
                            return results;
                        };
                        new ChunkReader(file, new ImportContext(options.force()), taker, Runnable::run).readAll();
                        if (options.dryRun() || refusedCount.get() > 0) {
                            throw new Rollback();
                        }
                        return lineCount;
                    });
        } catch (Rollback e) {
            LOG.debugf("Import %d was taken back, as it was to be", id);
        }
        if (options.atomic() && refusedCount.get() > 0) {
            progress.end(
                    id,
                    ImportState.REFUSED,
                    "Nothing was taken in, for not all of it could be. Correct the lines that findings lists, and send"
                            + " the file again.");
        } else {
            progress.end(id, ImportState.FINISHED, null);
        }
    }

    private List<LineResult> importFlushed(Collection<ImportLine> lines, boolean isLast, ImportContext context) {
        var results = importer.importChunk(lines, isLast, context);
        database.flush();
        log.evaluateDeferred();
        database.clear();
        return results;
    }

    /** Thrown to roll back the transaction. */
    private static final class Rollback extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    private void refuseTooMany(int lines) {
        if (lines > settings.largestAtomic()) {
            throw Problem.of(
                    ProblemCode.BODY_TOO_LARGE,
                    "One transaction takes " + settings.largestAtomic() + " lines, and this file has more. Nothing was"
                            + " taken in; send it in parts, or without atomic and dryRun.");
        }
    }

    /**
     * Lifts the timeouts of statements and of the transaction, which are made for requests.
     *
     * @param lockTimeout in PostgreSQL's notation; 0 for none
     */
    private void extendTimeouts(String lockTimeout) {
        database.createNativeQuery("""
                        select set_config('lock_timeout', :lock, true), set_config('statement_timeout', '0', true),
                            set_config('idle_in_transaction_session_timeout', '0', true)
                        """).setParameter("lock", lockTimeout).getSingleResult();
    }
}
