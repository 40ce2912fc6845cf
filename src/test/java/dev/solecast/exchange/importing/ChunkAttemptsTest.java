package dev.solecast.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.solecast.entry.LineOutcome;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that of a chunk that fails only the lines at fault are refused, after few attempts. */
class ChunkAttemptsTest {

    private final Set<Long> stored = new HashSet<>();
    private final List<LineResult> recorded = new ArrayList<>();
    private final ImportContext context = new ImportContext(false);
    private int attempts;

    @ParameterizedTest(name = "every {0}th is at fault, told by its line: {1}")
    @CsvSource({"1000,false,40", "1000,true,5", "100,true,300", "100,false,300", "2,true,4000", "1,true,4000"})
    void linesAtFaultAreRefusedAndAllOthersAreStored(int every, boolean told, int most) {
        var lines = lines(1_000);
        var results = attempting(every, told).importChunk(lines, MissingReferences.EXPECTED, context);
        assertThat(results)
                .extracting(result -> result.line().number())
                .hasSize(1_000)
                .doesNotHaveDuplicates();
        assertThat(results)
                .allSatisfy(result -> assertThat(result instanceof LineResult.Refused)
                        .isEqualTo(result.line().number() % every == 0));
        assertThat(stored).hasSize(1_000 - 1_000 / every).noneMatch(number -> number % every == 0);
        assertThat(recorded).hasSize(1_000 / every);
        assertThat(attempts).isLessThan(most);
    }

    /** Line n refers to line n + 1 of 8, and line 3 is at fault. */
    @ParameterizedTest
    @EnumSource(MissingReferences.class)
    void linesThatReferToEachOtherAcrossHalvesAreTriedTogether(MissingReferences missing) {
        var attempt = new ChunkAttempts(
                (lines, stage, same) -> {
                    var results = new ArrayList<LineResult>();
                    if (lines.stream().anyMatch(line -> line.number() == 3)) {
                        throw new IllegalStateException("The database refuses it");
                    }
                    var there = new HashSet<>(stored);
                    for (var line : lines.reversed()) {
                        var isThere = line.number() == 8 || there.contains(line.number() + 1);
                        if (isThere) {
                            there.add(line.number());
                        }
                        var problem = new LineProblem("model", "there is no such model");
                        results.add(
                                isThere
                                        ? LineResult.Accepted.rumor(line, LineOutcome.Outcome.CREATED)
                                        : stage == MissingReferences.FINAL
                                                ? new LineResult.Refused(line, problem)
                                                : new LineResult.Postponed(line, problem));
                    }
                    stored.addAll(there);
                    return results;
                },
                recorded::add);
        var results = attempt.importChunk(lines(8), missing, context);
        assertThat(results)
                .extracting(result -> result.line().number())
                .hasSize(8)
                .doesNotHaveDuplicates();
        if (missing == MissingReferences.FINAL) {
            assertThat(stored).containsExactlyInAnyOrder(4L, 5L, 6L, 7L, 8L);
            assertThat(results).noneMatch(LineResult.Postponed.class::isInstance);
        }
    }

    @Test
    void failureThatAnotherWriterCausedIsTriedAgain() {
        var attempt = new ChunkAttempts(
                (lines, missing, same) -> {
                    if (attempts++ == 0) {
                        throw new IllegalStateException("Somebody else was faster");
                    }
                    return accepted(lines);
                },
                recorded::add);
        assertThat(attempt.importChunk(lines(10), MissingReferences.EXPECTED, context))
                .hasSize(10);
        assertThat(recorded).isEmpty();
    }

    @Test
    void outageOfTheDatabaseIsNoFaultOfALine() {
        var attempt = new ChunkAttempts(
                (lines, missing, same) -> {
                    throw new IllegalStateException(new SQLException("gone", "08006"));
                },
                recorded::add);
        assertThatThrownBy(() -> attempt.importChunk(lines(4), MissingReferences.EXPECTED, context))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recorded).isEmpty();
    }

    private ChunkAttempts attempting(int every, boolean told) {
        return new ChunkAttempts(
                (lines, missing, same) -> {
                    attempts++;
                    for (var line : lines) {
                        if (line.number() % every == 0) {
                            var cause = new IllegalStateException("The database refuses it");
                            throw told ? new HalfWritten(line, new LineProblem("region", "is wrong"), cause) : cause;
                        }
                    }
                    lines.forEach(line -> stored.add(line.number()));
                    return accepted(lines);
                },
                recorded::add);
    }

    private static List<LineResult> accepted(List<ImportLine> lines) {
        return lines.stream()
                .<LineResult>map(line -> LineResult.Accepted.rumor(line, LineOutcome.Outcome.CREATED))
                .toList();
    }

    private static List<ImportLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ImportLine(number, JsonNodeFactory.instance.objectNode(), null, 10))
                .toList();
    }
}
