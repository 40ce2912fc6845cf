package dev.solecast.exchange.importing;

import dev.solecast.catalog.colorway.ColorwayEditing;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.EntryLine;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.edit.ReleaseImport;
import dev.solecast.release.intake.RumorImport;
import dev.solecast.release.intake.RumorImportLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Imports the lines of a chunk as one batch, each after the lines that it refers to. */
@ApplicationScoped
class ChunkImporter {

    private final Batch batch;
    private final EntryImporter entries;
    private final ColorwayEditing colorways;
    private final RumorImport rumors;
    private final ReleaseImport releases;

    ChunkImporter(
            Batch batch, EntryImporter entries, ColorwayEditing colorways, RumorImport rumors, ReleaseImport releases) {
        this.batch = batch;
        this.entries = entries;
        this.colorways = colorways;
        this.rumors = rumors;
        this.releases = releases;
    }

    /**
     * A line that could be read.
     *
     * @param content an {@link EntryLine} or a {@link RumorImportLine}
     */
    private record ParsedLine<C>(ImportLine line, C content) {}

    /**
     * Imports a chunk in the current transaction.
     *
     * @param isLast whether missing references are final, because no later line can add them
     * @throws RuntimeException if the database refuses a line, and with it the whole chunk
     */
    List<LineResult> importChunk(Collection<ImportLine> lines, boolean isLast, ImportContext context) {
        batch.begin();
        var chunk = new Chunk(new ArrayList<>(), isLast, context);
        var entryLines = new EnumMap<EntryType, List<ParsedLine<EntryLine<?>>>>(EntryType.class);
        var rumorLines = new ArrayList<ParsedLine<RumorImportLine>>();
        var references = new ReferencedSlugs();
        for (var line : lines) {
            try {
                read(line, entryLines, rumorLines, references);
            } catch (RuntimeException e) {
                chunk.results.add(new LineResult.Refused(line, problem(e)));
            }
        }
        entries.lookAhead(references);
        colorways.prefetchStyleCodes(references.styleCodes());
        for (var type : EntryImporter.IN_ORDER) {
            chunk.importAll(
                    entryLines.getOrDefault(type, List.of()),
                    entry -> {
                        var outcome = entries.write(type, entry.content(), context.force());
                        return new LineResult.Accepted(entry.line(), outcome.outcome(), outcome.protectedFields());
                    },
                    entry -> entries.withoutRelations(type, entry.content())
                            .map(content -> new ParsedLine<EntryLine<?>>(entry.line(), content)));
        }
        if (!entryLines.isEmpty()) {
            releases.applyStatuses();
        }
        rumors.loadRumors(rumorLines.stream().map(ParsedLine::content).toList());
        chunk.importAll(
                rumorLines,
                rumor -> new LineResult.Accepted(
                        rumor.line(), rumors.importLine(rumor.content(), context.rumorIds()), List.of()),
                rumor -> Optional.empty());
        releases.finish();
        batch.refreshSearch();
        return chunk.results;
    }

    private void read(
            ImportLine line,
            Map<EntryType, List<ParsedLine<EntryLine<?>>>> entryLines,
            List<ParsedLine<RumorImportLine>> rumorLines,
            ReferencedSlugs references) {
        if (line.problem() != null) {
            throw line.problem().toProblem();
        }
        var fields = line.fields().deepCopy();
        var type = EntryImporter.type(fields.remove("type"));
        references.add(line);
        if (type.isEmpty()) {
            rumorLines.add(new ParsedLine<>(line, rumors.read(fields)));
        } else {
            var content = entries.read(type.get(), fields);
            references.add(type.get(), content.slug().text());
            content.formerSlugs().forEach(slug -> references.add(type.get(), slug.text()));
            entryLines.computeIfAbsent(type.get(), key -> new ArrayList<>()).add(new ParsedLine<>(line, content));
        }
    }

    private static LineProblem problem(RuntimeException e) {
        return LineProblem.of(Problem.findIn(e).orElseThrow(() -> e));
    }

    /** The lines that are imported together. */
    private final class Chunk {

        private final List<LineResult> results;
        private final boolean isLast;
        private final ImportContext context;

        private Chunk(List<LineResult> results, boolean isLast, ImportContext context) {
            this.results = results;
            this.isLast = isLast;
            this.context = context;
        }

        /**
         * Imports lines, and repeats those with missing references as long as that helps.
         *
         * @param partOf the part of a postponed line that can be imported without its missing references, so that
         *     lines that refer to it can follow
         */
        private <C> void importAll(
                List<ParsedLine<C>> lines,
                Function<ParsedLine<C>, LineResult.Accepted> importer,
                Function<ParsedLine<C>, Optional<ParsedLine<C>>> partOf) {
            var postponed = importRepeatedly(lines, importer);
            for (var each : postponed) {
                var partial = partOf.apply(each.line()).map(part -> tryImport(part, importer));
                if (partial.orElse(null) instanceof LineResult.Accepted accepted) {
                    context.partialOutcomes().put(accepted.line().number(), accepted.outcome());
                }
            }
            var remaining =
                    importRepeatedly(postponed.stream().map(PostponedLine::line).toList(), importer);
            remaining.forEach(each -> results.add(isLast ? each.result().toRefused() : each.result()));
        }

        /** A line with a missing reference, and the problem that names it. */
        private record PostponedLine<C>(ParsedLine<C> line, LineResult.Postponed result) {}

        private <C> List<PostponedLine<C>> importRepeatedly(
                List<ParsedLine<C>> lines, Function<ParsedLine<C>, LineResult.Accepted> importer) {
            var remaining = lines;
            while (true) {
                var postponed = new ArrayList<PostponedLine<C>>();
                for (var line : remaining) {
                    var result = tryImport(line, importer);
                    if (result instanceof LineResult.Postponed missing) {
                        postponed.add(new PostponedLine<>(line, missing));
                    } else {
                        results.add(result);
                    }
                }
                if (postponed.isEmpty() || postponed.size() == remaining.size()) {
                    return postponed;
                }
                remaining = postponed.stream().map(PostponedLine::line).toList();
            }
        }

        private <C> LineResult tryImport(ParsedLine<C> line, Function<ParsedLine<C>, LineResult.Accepted> importer) {
            batch.pollUnresolved();
            try {
                var accepted = importer.apply(line);
                var partialOutcome =
                        context.partialOutcomes().remove(line.line().number());
                return partialOutcome == null
                        ? accepted
                        : new LineResult.Accepted(line.line(), partialOutcome, accepted.protectedFields());
            } catch (RuntimeException e) {
                var problem = problem(e);
                return batch.pollUnresolved()
                        ? new LineResult.Postponed(line.line(), problem)
                        : new LineResult.Refused(line.line(), problem);
            }
        }
    }
}
