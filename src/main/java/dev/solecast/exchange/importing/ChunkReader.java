package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;

/**
 * Cuts a file into chunks, which may be worked on while it is read on. Lines that name something which is still to come
 * are held back, up to a bound, and tried again at the end, as often as that helps.
 */
final class ChunkReader {

    private static final Logger LOG = Logger.getLogger(ChunkReader.class);

    /** So many are worth asking the database for all at once, and done in a fraction of a second. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_BYTES = 4_000_000;

    private static final int MOST_POSTPONED = 20_000;
    private static final long MOST_POSTPONED_BYTES = 32_000_000;

    /** What takes in a chunk. */
    interface Taker {

        /**
         * Tells what became of each line.
         *
         * @param isLast whether what is not there will not come any more
         */
        List<LineResult> take(Collection<ImportLine> lines, boolean isLast, ImportContext run);
    }

    /** While the database works on one chunk, the service works on the next. */
    private static final int WORKERS = 2;

    private final LineSource file;
    private final ImportContext run;
    private final Taker taker;
    private final Executor workers;
    private final Deque<Future<List<LineResult>>> underway = new ArrayDeque<>();
    private List<ImportLine> postponed = new ArrayList<>();
    private long postponedBytes;

    /**
     * @param workers who does several things at once, or one after the other
     */
    ChunkReader(LineSource file, ImportContext run, Taker taker, Executor workers) {
        this.file = file;
        this.run = run;
        this.taker = taker;
        this.workers = workers;
    }

    /**
     * Hands over all of it.
     *
     * @throws IOException if the file ends before it is whole; what came before has been handed over
     */
    void all() throws IOException {
        try {
            chunks(file, false);
        } catch (IOException e) {
            takePostponed();
            throw e;
        } finally {
            underway.forEach(ChunkReader::await);
        }
        takePostponed();
    }

    private void chunks(LineSource lines, boolean isLast) throws IOException {
        var chunk = new ArrayList<ImportLine>();
        int bytes = 0;
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (bytes > MOST_BYTES || (chunk.size() >= MOST_LINES && !sayOfTheSame(chunk.getLast(), line))) {
                    take(List.copyOf(chunk), isLast);
                    chunk.clear();
                    bytes = 0;
                }
                chunk.add(line);
                bytes += line.bytes();
            }
        } finally {
            if (!chunk.isEmpty()) {
                take(List.copyOf(chunk), isLast);
            }
            while (!underway.isEmpty()) {
                settle(underway.remove());
            }
        }
    }

    /** Cut between two rumors about one release, one chunk would wait for the other's end. */
    private static boolean sayOfTheSame(ImportLine one, ImportLine next) {
        var release = one.release();
        return release != null && release.equals(next.release());
    }

    private void take(List<ImportLine> chunk, boolean isLast) {
        if (underway.size() == WORKERS) {
            settle(underway.remove());
        }
        var task = new FutureTask<>(() -> taker.take(chunk, isLast, run));
        underway.add(task);
        workers.execute(task);
    }

    /** What it waits for may have been underway, and is there now. */
    private void settle(Future<List<LineResult>> taken) {
        var waiting = waiting(done(taken));
        if (!waiting.isEmpty()) {
            var room = postponed.size() < MOST_POSTPONED && postponedBytes < MOST_POSTPONED_BYTES;
            for (var line : waiting(taker.take(waiting, !room, run))) {
                postponed.add(line);
                postponedBytes += line.bytes();
            }
        }
    }

    private static List<ImportLine> waiting(List<LineResult> verdicts) {
        return verdicts.stream()
                .filter(LineResult.Postponed.class::isInstance)
                .map(LineResult::line)
                .toList();
    }

    private void takePostponed() throws IOException {
        boolean helped = true;
        while (!postponed.isEmpty()) {
            var waiting = postponed.iterator();
            int before = postponed.size();
            postponed = new ArrayList<>();
            postponedBytes = 0;
            chunks(() -> waiting.hasNext() ? waiting.next() : null, !helped);
            helped = postponed.size() < before;
        }
    }

    private static List<LineResult> done(Future<List<LineResult>> taken) {
        try {
            return taken.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an import went on", e);
        }
    }

    /** However it ends: what has failed already is not to be told again. */
    private static void await(Future<List<LineResult>> taken) {
        try {
            taken.get();
        } catch (ExecutionException e) {
            LOG.debug("A chunk failed after another one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
