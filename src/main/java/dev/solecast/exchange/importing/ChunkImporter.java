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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @throws HalfWritten if a line is refused too late for the others to be committed
     * @throws RuntimeException if the database refuses a line, and with it the whole chunk
     */
    List<LineResult> importChunk(Collection<ImportLine> lines, MissingReferences missing, ImportContext context) {
        batch.begin();
        var chunk = new Chunk(new ArrayList<>(), missing, context);
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
                    entry -> write(type, entry, context),
                    postponed -> partsWithoutRelations(type, postponed, missing));
        }
        if (!entryLines.isEmpty()) {
            releases.applyStatuses();
        }
        rumors.loadRumors(rumorLines.stream().map(ParsedLine::content).toList());
        chunk.importAll(
                rumorLines,
                rumor ->
                        LineResult.Accepted.rumor(rumor.line(), rumors.importLine(rumor.content(), context.rumorIds())),
                postponed -> List.of());
        releases.finish();
        batch.refreshSearch();
        return chunk.results;
    }

    private LineResult.Accepted write(EntryType type, ParsedLine<EntryLine<?>> entry, ImportContext context) {
        var number = entry.line().number();
        var named = new ArrayList<String>();
        entry.line().fields().fieldNames().forEachRemaining(named::add);
        var outcome = entries.write(
                type,
                entry.content(),
                context.force(),
                (same, changed) -> context.mentions().refuseContradiction(same, number, named, changed));
        context.mentions().add(outcome.entry(), number, named);
        return LineResult.Accepted.entry(entry.line(), outcome);
    }

    /**
     * The new models among lines that were postponed, without their relations. At the end of the file these are only
     * the models whose relations lead to each other or to what exists: the others are refused.
     */
    private List<ParsedLine<EntryLine<?>>> partsWithoutRelations(
            EntryType type, List<ParsedLine<EntryLine<?>>> postponed, MissingReferences missing) {
        var parts = new LinkedHashMap<String, ParsedLine<EntryLine<?>>>();
        var related = new HashMap<String, List<String>>();
        for (var line : postponed) {
            entries.withoutRelations(type, line.content()).ifPresent(part -> {
                parts.put(part.slug().text(), new ParsedLine<>(line.line(), part));
                related.put(part.slug().text(), EntryImporter.related(line.content()));
            });
        }
        if (missing != MissingReferences.EXPECTED) {
            boolean removed = true;
            while (removed) {
                removed = parts.keySet()
                        .removeIf(slug -> related.getOrDefault(slug, List.of()).stream()
                                .anyMatch(other -> !parts.containsKey(other) && !entries.exists(type, other)));
            }
        }
        return List.copyOf(parts.values());
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
            entries.slugs(type.get(), content).forEach(slug -> references.add(type.get(), slug.text()));
            entryLines.computeIfAbsent(type.get(), key -> new ArrayList<>()).add(new ParsedLine<>(line, content));
        }
    }

    private static LineProblem problem(RuntimeException e) {
        return LineProblem.of(Problem.findIn(e).orElseThrow(() -> e));
    }

    /** The lines that are imported together. */
    private final class Chunk {

        private final List<LineResult> results;
        private final MissingReferences missing;
        private final ImportContext context;

        private Chunk(List<LineResult> results, MissingReferences missing, ImportContext context) {
            this.results = results;
            this.missing = missing;
            this.context = context;
        }

        /**
         * Imports lines, and repeats those with missing references as long as that helps.
         *
         * @param partsOf the parts of postponed lines that can be imported without their missing references, so that
         *     lines that refer to them can follow
         */
        private <C> void importAll(
                List<ParsedLine<C>> lines,
                Function<ParsedLine<C>, LineResult.Accepted> importer,
                Function<List<ParsedLine<C>>, List<ParsedLine<C>>> partsOf) {
            var postponed = importRepeatedly(lines, importer).stream()
                    .map(PostponedLine::line)
                    .toList();
            for (var part : partsOf.apply(postponed)) {
                if (tryImport(part, importer) instanceof LineResult.Accepted accepted) {
                    context.partialOutcomes().put(accepted.line().number(), accepted.outcome());
                }
            }
            importRepeatedly(postponed, importer).forEach(each -> results.add(result(each.result())));
        }

        private LineResult result(LineResult.Postponed postponed) {
            if (missing != MissingReferences.FINAL) {
                return postponed;
            }
            var partialOutcome =
                    context.partialOutcomes().remove(postponed.line().number());
            return partialOutcome == null ? postponed.toRefused() : postponed.toIncomplete(partialOutcome);
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
            int writes = batch.writes();
            try {
                var accepted = importer.apply(line);
                var partialOutcome =
                        context.partialOutcomes().remove(line.line().number());
                return partialOutcome == null
                        ? accepted
                        : new LineResult.Accepted(
                                line.line(), partialOutcome, Map.of(), accepted.protectedFields(), accepted.doubt());
            } catch (RuntimeException e) {
                var problem = problem(e);
                if (batch.writes() != writes) {
                    throw new HalfWritten(line.line(), problem, e);
                }
                return batch.pollUnresolved()
                        ? new LineResult.Postponed(line.line(), problem)
                        : new LineResult.Refused(line.line(), problem);
            }
        }
    }
}
