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
 * Takes in a file of lines, a chunk at a time. Each chunk is a transaction of its own, small enough to leave others
 * room; if the database refuses one, its lines are tried one by one. All or nothing, and only on trial, it is one
 * transaction, written aside and switched in at its end.
 */
@ApplicationScoped
class CatalogImport {

    private static final Logger LOG = Logger.getLogger(CatalogImport.class);

    private static final Duration LONGEST_ASIDE = Duration.ofHours(1);

    private final ChunkImporter intake;
    private final ImportProgress progress;
    private final Caller caller;
    private final ChangeLog log;
    private final EntityManager database;
    private final ImportSettings settings;

    CatalogImport(
            ChunkImporter intake,
            ImportProgress progress,
            Caller caller,
            ChangeLog log,
            EntityManager database,
            ImportSettings settings) {
        this.intake = intake;
        this.progress = progress;
        this.caller = caller;
        this.log = log;
        this.database = database;
        this.settings = settings;
    }

    /**
     * Works through a file to its end; what becomes of it is told by {@link ImportProgress}. Not to be called in a
     * transaction.
     *
     * @param id of the import, begun
     */
    void work(long id, Opening file, ImportOptions options) {
        try {
            if (options.aside()) {
                aside(id, file.open(), options);
            } else {
                var run = new ImportContext(options.force());
                new ChunkReader(file.open(), run, (lines, isLast, of) -> take(id, lines, isLast, of), this::start)
                        .all();
                progress.end(id, ImportState.FINISHED, null);
            }
        } catch (UncheckedIOException | IOException e) {
            progress.end(
                    id,
                    ImportState.TRUNCATED,
                    options.aside()
                            ? "The file ended before it was whole. Nothing was taken in; send it again."
                            : "The file ended before it was whole. What came before is taken in; send it again.");
        } catch (Problem e) {
            progress.end(id, ImportState.REFUSED, e.view().detail());
        } catch (RuntimeException e) {
            progress.end(id, ImportState.BROKEN, why(e));
        }
    }

    /** What begins to read a file. */
    interface Opening {

        /**
         * Its lines.
         *
         * @throws IOException if it is no such file
         */
        LineSource open() throws IOException;
    }

    private static String why(RuntimeException e) {
        if (DatabaseOutage.behind(e).isPresent()) {
            return "The database did not answer any more. Send the file again; what is there stays as it is.";
        }
        LOG.error("An import failed for a reason of our own", e);
        return "This is our fault, not yours, and has been logged. Send the file again; what is there stays as it is.";
    }

    private void start(Runnable work) {
        Thread.ofVirtual().start(caller.carry(work));
    }

    /** Again where it may have been another writer who was in the way; then line by line. */
    private List<LineResult> take(long id, Collection<ImportLine> lines, boolean isLast, ImportContext run) {
        try {
            return attempt(id, lines, isLast, run);
        } catch (RuntimeException first) {
            LOG.debug("A chunk of an import is tried again", first);
        }
        try {
            return attempt(id, lines, isLast, run);
        } catch (RuntimeException e) {
            return lines.size() == 1
                    ? List.of(refuse(id, lines.iterator().next(), e))
                    : lines.stream()
                            .flatMap(line -> take(id, List.of(line), isLast, run).stream())
                            .toList();
        }
    }

    private List<LineResult> attempt(long id, Collection<ImportLine> lines, boolean isLast, ImportContext run) {
        return QuarkusTransaction.requiringNew().call(() -> {
            giveTime("10s");
            var verdicts = intake.take(lines, isLast, run);
            database.flush();
            log.flushed();
            // Last, for two chunks wait for each other where they count.
            progress.add(id, verdicts);
            return verdicts;
        });
    }

    /** What no line is to blame for ends the import. */
    private LineResult refuse(long id, ImportLine line, RuntimeException e) {
        if (DatabaseOutage.behind(e).isPresent()) {
            throw e;
        }
        LineResult verdict = new LineResult.Refused(line, blame(e));
        QuarkusTransaction.requiringNew().run(() -> progress.add(id, List.of(verdict)));
        return verdict;
    }

    private static LineProblem blame(RuntimeException e) {
        var problem = Problem.behind(e);
        if (problem.isPresent()) {
            return LineProblem.of(problem.get());
        }
        LOG.warn("A line of an import was refused by the database", e);
        return new LineProblem(null, "It contradicts what is stored, or what somebody else stored at the same moment.");
    }

    private void aside(long id, LineSource file, ImportOptions options) throws IOException {
        var taken = new AtomicInteger();
        var refused = new AtomicInteger();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST_ASIDE.toSeconds()))
                    .call(() -> {
                        giveTime("0");
                        ChunkReader.Taker taker = (lines, isLast, run) -> {
                            var verdicts = takeAside(lines, isLast, run);
                            QuarkusTransaction.requiringNew().run(() -> progress.add(id, verdicts));
                            var tally = LineCounts.of(verdicts);
                            refused.addAndGet(tally.refused());
                            refuseTooMany(taken.addAndGet(tally.lines()));
                            return verdicts;
                        };
                        new ChunkReader(file, new ImportContext(options.force()), taker, Runnable::run).all();
                        if (options.dryRun() || refused.get() > 0) {
                            throw new Undone();
                        }
                        return taken;
                    });
        } catch (Undone e) {
            LOG.debugf("Import %d was taken back, as it was to be", id);
        }
        if (options.atomic() && refused.get() > 0) {
            progress.end(
                    id,
                    ImportState.REFUSED,
                    "Nothing was taken in, for not all of it could be. Correct the lines that findings lists, and send"
                            + " the file again.");
        } else {
            progress.end(id, ImportState.FINISHED, null);
        }
    }

    private List<LineResult> takeAside(Collection<ImportLine> lines, boolean isLast, ImportContext run) {
        var verdicts = intake.take(lines, isLast, run);
        database.flush();
        log.flushed();
        database.clear();
        return verdicts;
    }

    /** Takes back what a transaction has done. */
    private static final class Undone extends RuntimeException {

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

    /** To statements and locks; a request would not have so much. */
    private void giveTime(String lock) {
        database.createNativeQuery("""
                        select set_config('lock_timeout', :lock, true), set_config('statement_timeout', '0', true),
                            set_config('idle_in_transaction_session_timeout', '0', true)
                        """).setParameter("lock", lock).getSingleResult();
    }
}
