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

/** Takes in the lines of a chunk as one batch, each after those that it refers to. */
@ApplicationScoped
class ChunkImporter {

    private final Batch batch;
    private final EditingRegistry desks;
    private final ColorwayEditing colorways;
    private final RumorImport rumors;
    private final ReleaseImport releases;

    ChunkImporter(
            Batch batch, EditingRegistry desks, ColorwayEditing colorways, RumorImport rumors, ReleaseImport releases) {
        this.batch = batch;
        this.desks = desks;
        this.colorways = colorways;
        this.rumors = rumors;
        this.releases = releases;
    }

    /** A line that can be taken in. */
    private record Legible<W>(ImportLine line, W wanted) {}

    /**
     * To be called in a transaction.
     *
     * @param isLast whether what is not there will not come any more
     * @throws RuntimeException if the database refuses one of them, and so all
     */
    List<LineResult> take(Collection<ImportLine> lines, boolean isLast, ImportContext run) {
        batch.begin();
        var chunk = new Chunk(new ArrayList<>(), isLast, run);
        var entries = new EnumMap<EntryType, List<Legible<EntryLine<?>>>>(EntryType.class);
        var said = new ArrayList<Legible<RumorImportLine>>();
        var mentions = new ReferencedSlugs();
        for (var line : lines) {
            try {
                read(line, entries, said, mentions);
            } catch (RuntimeException e) {
                chunk.verdicts.add(new LineResult.Refused(line, fault(e)));
            }
        }
        desks.lookAhead(mentions);
        colorways.lookAheadCodes(mentions.styleCodes());
        for (var type : EditingRegistry.IN_ORDER) {
            chunk.takeAll(
                    entries.getOrDefault(type, List.of()),
                    entry -> {
                        var taken = desks.take(type, entry.wanted(), run.force());
                        return new LineResult.Accepted(entry.line(), taken.outcome(), taken.kept());
                    },
                    entry -> desks.alone(type, entry.wanted())
                            .map(wanted -> new Legible<EntryLine<?>>(entry.line(), wanted)));
        }
        if (!entries.isEmpty()) {
            releases.entriesAreThere();
        }
        rumors.lookAhead(said.stream().map(Legible::wanted).toList());
        chunk.takeAll(
                said,
                rumor -> new LineResult.Accepted(rumor.line(), rumors.take(rumor.wanted(), run.numbers()), List.of()),
                rumor -> Optional.empty());
        releases.finish();
        batch.makeFindable();
        return chunk.verdicts;
    }

    private void read(
            ImportLine line,
            Map<EntryType, List<Legible<EntryLine<?>>>> entries,
            List<Legible<RumorImportLine>> said,
            ReferencedSlugs mentions) {
        if (line.fault() != null) {
            throw line.fault().problem();
        }
        var fields = line.fields().deepCopy();
        var type = EditingRegistry.type(fields.remove("type"));
        mentions.add(line);
        if (type.isEmpty()) {
            said.add(new Legible<>(line, rumors.read(fields)));
        } else {
            var wanted = desks.read(type.get(), fields);
            mentions.add(type.get(), wanted.slug().text());
            wanted.formerSlugs().forEach(slug -> mentions.add(type.get(), slug.text()));
            entries.computeIfAbsent(type.get(), unseen -> new ArrayList<>()).add(new Legible<>(line, wanted));
        }
    }

    private static LineProblem fault(RuntimeException e) {
        return LineProblem.of(Problem.behind(e).orElseThrow(() -> e));
    }

    /** The lines that are taken in together. */
    private final class Chunk {

        private final List<LineResult> verdicts;
        private final boolean isLast;
        private final ImportContext run;

        private Chunk(List<LineResult> verdicts, boolean isLast, ImportContext run) {
            this.verdicts = verdicts;
            this.isLast = isLast;
            this.run = run;
        }

        /**
         * Again and again, as long as one brings what another waits for.
         *
         * @param part what can be taken in of a line that waits, so that those which wait for it can go on
         */
        private <W> void takeAll(
                List<Legible<W>> lines,
                Function<Legible<W>, LineResult.Accepted> take,
                Function<Legible<W>, Optional<Legible<W>>> part) {
            var waiting = takeThose(lines, take);
            for (var each : waiting) {
                var partly = part.apply(each.line()).map(alone -> tried(alone, take));
                if (partly.orElse(null) instanceof LineResult.Accepted accepted) {
                    run.partly().put(accepted.line().number(), accepted.outcome());
                }
            }
            var left = takeThose(waiting.stream().map(Waiting::line).toList(), take);
            left.forEach(each -> verdicts.add(isLast ? each.verdict().refused() : each.verdict()));
        }

        /** A line, and what it waits for. */
        private record Waiting<W>(Legible<W> line, LineResult.Postponed verdict) {}

        private <W> List<Waiting<W>> takeThose(List<Legible<W>> lines, Function<Legible<W>, LineResult.Accepted> take) {
            var untried = lines;
            while (true) {
                var waiting = new ArrayList<Waiting<W>>();
                for (var line : untried) {
                    var verdict = tried(line, take);
                    if (verdict instanceof LineResult.Postponed postponed) {
                        waiting.add(new Waiting<>(line, postponed));
                    } else {
                        verdicts.add(verdict);
                    }
                }
                if (waiting.isEmpty() || waiting.size() == untried.size()) {
                    return waiting;
                }
                untried = waiting.stream().map(Waiting::line).toList();
            }
        }

        private <W> LineResult tried(Legible<W> line, Function<Legible<W>, LineResult.Accepted> take) {
            batch.missed();
            try {
                var accepted = take.apply(line);
                var before = run.partly().remove(line.line().number());
                return before == null ? accepted : new LineResult.Accepted(line.line(), before, accepted.kept());
            } catch (RuntimeException e) {
                var fault = fault(e);
                return batch.missed()
                        ? new LineResult.Postponed(line.line(), fault)
                        : new LineResult.Refused(line.line(), fault);
            }
        }
    }
}
