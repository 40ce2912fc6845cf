package dev.solecast.exchange.importing;

import dev.solecast.auth.Caller;
import dev.solecast.change.ChangeLog;
import dev.solecast.exchange.format.ImportLine;
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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Imports a file of lines in chunks. Each chunk is a transaction of its own, short enough not to block other writers;
 * if one fails, it is tried without the lines at fault. An atomic import or a dry run is one transaction with a
 * savepoint before each chunk, committed or rolled back at its end.
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
                                new ChunkAttempts(
                                        (lines, missing, context) -> importCommitted(id, lines, missing, context),
                                        result -> record(id, List.of(result), options)),
                                this::start)
                        .readAll();
                progress.end(id, ImportState.FINISHED, null);
            }
        } catch (UncheckedIOException e) {
            progress.end(id, ImportState.TRUNCATED, explain(Objects.requireNonNull(e.getCause()), options));
        } catch (IOException e) {
            progress.end(id, ImportState.TRUNCATED, explain(e, options));
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

    private static String explain(IOException e, ImportOptions options) {
        return (e instanceof ZipException
                        ? "The file is damaged, or is no gzip. "
                        : "The file ended before it was whole. ")
                + (options.isSingleTransaction() ? "Nothing was taken in" : "What came before is taken in")
                + "; send it again.";
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

    private List<LineResult> importCommitted(
            long id, List<ImportLine> lines, MissingReferences missing, ImportContext context) {
        return QuarkusTransaction.requiringNew().call(() -> {
            extendTimeouts("10s");
            var results = importer.importChunk(lines, missing, context);
            database.flush();
            log.evaluateDeferred();
            // Last, because concurrent chunks wait for each other on the row of the import.
            progress.record(id, results, false);
            return results;
        });
    }

    private void record(long id, List<LineResult> results, ImportOptions options) {
        QuarkusTransaction.requiringNew().run(() -> progress.record(id, results, options.dryRun()));
    }

    private void importAtomically(long id, LineSource file, ImportOptions options) throws IOException {
        var lineCount = new AtomicInteger();
        var refusedCount = new AtomicInteger();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(TRANSACTION_TIMEOUT.toSeconds()))
                    .call(() -> {
                        extendTimeouts("0");
                        var attempts = new ChunkAttempts(
                                (lines, missing, context) -> importInSavepoint(id, lines, missing, context, options),
                                result -> record(id, List.of(result), options));
                        ChunkReader.ChunkConsumer counted = (lines, missing, context) -> {
                            var results = attempts.importChunk(lines, missing, context);
                            var counts = LineCounts.of(results);
                            refusedCount.addAndGet(counts.refused() + incomplete(results));
                            refuseTooMany(lineCount.addAndGet(counts.lines()));
                            return results;
                        };
                        readAll(new ChunkReader(file, new ImportContext(options.force()), counted, Runnable::run));
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

    /** Reads a file within a transaction, which passes on no checked exceptions. */
    private static void readAll(ChunkReader chunks) {
        try {
            chunks.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int incomplete(List<LineResult> results) {
        return Math.toIntExact(results.stream()
                .filter(result -> result instanceof LineResult.Accepted accepted
                        && accepted.doubt() != null
                        && accepted.doubt().kind() == FindingKind.INCOMPLETE)
                .count());
    }

    private List<LineResult> importInSavepoint(
            long id, List<ImportLine> lines, MissingReferences missing, ImportContext context, ImportOptions options) {
        execute("savepoint chunk");
        List<LineResult> results;
        try {
            results = importer.importChunk(lines, missing, context);
            database.flush();
            log.evaluateDeferred();
        } catch (RuntimeException e) {
            database.clear();
            log.discardDeferred();
            execute("rollback to savepoint chunk");
            throw e;
        }
        database.clear();
        execute("release savepoint chunk");
        record(id, results, options);
        return results;
    }

    private void execute(String statement) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var prepared = connection.createStatement()) {
                prepared.execute(statement);
            }
        });
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
