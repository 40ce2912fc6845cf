package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;

/**
 * Splits a file into chunks, which are imported while the file is read on. Lines with missing references are postponed,
 * up to a bound, and retried at the end of the file as long as that helps.
 */
final class ChunkReader {

    private static final Logger LOG = Logger.getLogger(ChunkReader.class);

    /** Large enough for bulk statements to pay, and small enough to be imported in a fraction of a second. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_BYTES = 4_000_000;

    /** The most lines that are held in memory to be retried; beyond that, a missing reference is final. */
    private static final int MOST_POSTPONED = 20_000;

    private static final long MOST_POSTPONED_BYTES = 32_000_000;

    /** Imports a chunk. */
    interface ChunkConsumer {

        /** Imports a chunk and returns the result of each line. */
        List<LineResult> importChunk(List<ImportLine> lines, MissingReferences missing, ImportContext context);
    }

    /** Two, so that the service prepares one chunk while the database works on another. */
    private static final int WORKERS = 2;

    private final LineSource file;
    private final ImportContext context;
    private final ChunkConsumer taker;
    private final Executor workers;
    private final Deque<Future<List<LineResult>>> running = new ArrayDeque<>();
    private List<ImportLine> postponed = new ArrayList<>();
    private long postponedBytes;

    /**
     * @param workers runs the imports of chunks, in parallel or in the calling thread
     */
    ChunkReader(LineSource file, ImportContext context, ChunkConsumer taker, Executor workers) {
        this.file = file;
        this.context = context;
        this.taker = taker;
        this.workers = workers;
    }

    /**
     * Reads and imports the whole file.
     *
     * @throws IOException if the file is truncated; the lines before have been imported
     */
    void readAll() throws IOException {
        try {
            importAll(file, MissingReferences.EXPECTED);
        } catch (IOException e) {
            retryPostponed();
            throw e;
        } finally {
            running.forEach(ChunkReader::await);
        }
        retryPostponed();
    }

    private void importAll(LineSource lines, MissingReferences missing) throws IOException {
        var chunk = new ArrayList<ImportLine>();
        int bytes = 0;
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (bytes > MOST_BYTES || (chunk.size() >= MOST_LINES && !areAboutSameRelease(chunk.getLast(), line))) {
                    submit(List.copyOf(chunk), missing);
                    chunk.clear();
                    bytes = 0;
                }
                chunk.add(line);
                bytes += line.bytes();
            }
        } finally {
            if (!chunk.isEmpty()) {
                submit(List.copyOf(chunk), missing == MissingReferences.EXPECTED ? MissingReferences.RETRIED : missing);
            }
            while (!running.isEmpty()) {
                finish(running.remove());
            }
        }
    }

    /** Such rumors stay in one chunk: of two chunks, one would wait until the other has released its lock. */
    private static boolean areAboutSameRelease(ImportLine one, ImportLine next) {
        var release = one.releaseSlug();
        return release != null && release.equals(next.releaseSlug());
    }

    private void submit(List<ImportLine> chunk, MissingReferences missing) {
        if (running.size() == WORKERS) {
            finish(running.remove());
        }
        var task = new FutureTask<>(() -> taker.importChunk(chunk, missing, context));
        running.add(task);
        workers.execute(task);
    }

    /** Awaits a chunk and retries its postponed lines once: another chunk may have added what they refer to. */
    private void finish(Future<List<LineResult>> chunk) {
        var unresolved = postponedLines(get(chunk));
        if (!unresolved.isEmpty()) {
            var hasRoom = postponed.size() < MOST_POSTPONED && postponedBytes < MOST_POSTPONED_BYTES;
            var missing = hasRoom ? MissingReferences.RETRIED : MissingReferences.FINAL;
            for (var line : postponedLines(taker.importChunk(unresolved, missing, context))) {
                postponed.add(line);
                postponedBytes += line.bytes();
            }
        }
    }

    private static List<ImportLine> postponedLines(List<LineResult> results) {
        return results.stream()
                .filter(LineResult.Postponed.class::isInstance)
                .map(LineResult::line)
                .toList();
    }

    private void retryPostponed() throws IOException {
        boolean helped = true;
        while (!postponed.isEmpty()) {
            var lines = postponed.iterator();
            int before = postponed.size();
            postponed = new ArrayList<>();
            postponedBytes = 0;
            importAll(
                    () -> lines.hasNext() ? lines.next() : null,
                    helped ? MissingReferences.RETRIED : MissingReferences.FINAL);
            helped = postponed.size() < before;
        }
    }

    private static List<LineResult> get(Future<List<LineResult>> chunk) {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an import went on", e);
        }
    }

    /** Awaits a chunk and ignores its failure: the first failure has been reported. */
    private static void await(Future<List<LineResult>> chunk) {
        try {
            chunk.get();
        } catch (ExecutionException e) {
            LOG.debug("A chunk failed after another one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
