package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import dev.solecast.http.problem.DatabaseOutage;
import dev.solecast.http.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Imports a chunk all or nothing and, if that fails, without the lines at fault: a line that is known to be at fault is
 * left out; otherwise each half of the chunk is tried. So a refused line leaves nothing behind, and costs the others
 * little.
 */
final class ChunkAttempts implements ChunkReader.ChunkConsumer {

    private static final Logger LOG = Logger.getLogger(ChunkAttempts.class);

    /** The most lines that are left out one after the other before the chunk is halved instead. */
    private static final int MOST_LEFT_OUT = 10;

    private final ChunkReader.ChunkConsumer attempt;
    private final Consumer<LineResult> recorder;
    private volatile boolean isLogged;

    /**
     * @param attempt imports a chunk and records its results, or throws and has changed nothing
     * @param recorder records the result of a line that no successful attempt includes
     */
    ChunkAttempts(ChunkReader.ChunkConsumer attempt, Consumer<LineResult> recorder) {
        this.attempt = attempt;
        this.recorder = recorder;
    }

    @Override
    public List<LineResult> importChunk(List<ImportLine> lines, MissingReferences missing, ImportContext context) {
        return importChunk(lines, missing, context, MOST_LEFT_OUT);
    }

    private List<LineResult> importChunk(
            List<ImportLine> lines, MissingReferences missing, ImportContext context, int mayLeaveOut) {
        if (lines.isEmpty()) {
            return List.of();
        }
        try {
            return tryTwice(lines, missing, context);
        } catch (HalfWritten e) {
            LOG.debug("A line of an import is refused", e);
            if (lines.size() > 1 && mayLeaveOut == 0) {
                return importHalves(lines, missing, context);
            }
            var results = new ArrayList<LineResult>();
            results.add(refuse(e.result(), context));
            var others = lines.stream()
                    .filter(line -> !line.equals(e.result().line()))
                    .toList();
            results.addAll(importChunk(others, missing, context, mayLeaveOut - 1));
            return results;
        } catch (RuntimeException e) {
            return lines.size() == 1
                    ? List.of(refuse(new LineResult.Refused(lines.getFirst(), problem(e)), context))
                    : importHalves(lines, missing, context);
        }
    }

    /** Tries a second time, because another writer may have caused the failure of the first. */
    private List<LineResult> tryTwice(List<ImportLine> lines, MissingReferences missing, ImportContext context) {
        try {
            return attempt.importChunk(lines, missing, context);
        } catch (HalfWritten e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("A chunk of an import is tried again", e);
            return attempt.importChunk(lines, missing, context);
        }
    }

    /** Imports each half, and then the lines of either that refer to the other. */
    private List<LineResult> importHalves(List<ImportLine> lines, MissingReferences missing, ImportContext context) {
        var results = new ArrayList<LineResult>();
        var postponed = new ArrayList<LineResult.Postponed>();
        int half = lines.size() / 2;
        for (var part : List.of(lines.subList(0, half), lines.subList(half, lines.size()))) {
            for (var result : importChunk(part, MissingReferences.RETRIED, context, MOST_LEFT_OUT)) {
                if (result instanceof LineResult.Postponed missed) {
                    postponed.add(missed);
                } else {
                    results.add(result);
                }
            }
        }
        if (missing != MissingReferences.FINAL) {
            results.addAll(postponed);
        } else if (postponed.size() < lines.size()) {
            results.addAll(importChunk(
                    postponed.stream().map(LineResult.Postponed::line).toList(), missing, context, MOST_LEFT_OUT));
        } else {
            postponed.forEach(each -> results.add(refuse(each.toRefused(), context)));
        }
        return results;
    }

    private LineResult refuse(LineResult.Refused result, ImportContext context) {
        context.mentions().withdraw(result.line().number());
        recorder.accept(result);
        return result;
    }

    /** The fault of a line. An outage of the database is none, and ends the import. */
    private LineProblem problem(RuntimeException e) {
        if (DatabaseOutage.findIn(e).isPresent()) {
            throw e;
        }
        var cause = Problem.findIn(e);
        if (cause.isPresent()) {
            return LineProblem.of(cause.get());
        }
        // Once for each import, because a file may have a million such lines.
        LOG.log(
                isLogged ? Logger.Level.DEBUG : Logger.Level.WARN,
                "A line of an import was refused by the database",
                e);
        isLogged = true;
        return new LineProblem(null, "It contradicts what is stored, or what somebody else stored at the same moment.");
    }
}
