package dev.solecast.exchange.importing;

import dev.solecast.catalog.colorway.ColorwayEditing;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Wanted;
import dev.solecast.exchange.format.Fault;
import dev.solecast.exchange.format.Line;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.edit.ReleaseBatch;
import dev.solecast.release.intake.RumorLine;
import dev.solecast.release.intake.RumorLines;
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
class Intake {

    private final Batch batch;
    private final Desks desks;
    private final ColorwayEditing colorways;
    private final RumorLines rumors;
    private final ReleaseBatch releases;

    Intake(Batch batch, Desks desks, ColorwayEditing colorways, RumorLines rumors, ReleaseBatch releases) {
        this.batch = batch;
        this.desks = desks;
        this.colorways = colorways;
        this.rumors = rumors;
        this.releases = releases;
    }

    /** A line that can be taken in. */
    private record Legible<W>(Line line, W wanted) {}

    /**
     * To be called in a transaction.
     *
     * @param isLast whether what is not there will not come any more
     * @throws RuntimeException if the database refuses one of them, and so all
     */
    List<Verdict> take(Collection<Line> lines, boolean isLast, Run run) {
        batch.begin();
        var chunk = new Chunk(new ArrayList<>(), isLast, run);
        var entries = new EnumMap<EntryType, List<Legible<Wanted<?>>>>(EntryType.class);
        var said = new ArrayList<Legible<RumorLine>>();
        var mentions = new Mentions();
        for (var line : lines) {
            try {
                read(line, entries, said, mentions);
            } catch (RuntimeException e) {
                chunk.verdicts.add(new Verdict.Refused(line, fault(e)));
            }
        }
        desks.lookAhead(mentions);
        colorways.lookAheadCodes(mentions.styleCodes());
        for (var type : Desks.IN_ORDER) {
            chunk.takeAll(
                    entries.getOrDefault(type, List.of()),
                    entry -> {
                        var taken = desks.take(type, entry.wanted(), run.force());
                        return new Verdict.Accepted(entry.line(), taken.outcome(), taken.kept());
                    },
                    entry -> desks.alone(type, entry.wanted())
                            .map(wanted -> new Legible<Wanted<?>>(entry.line(), wanted)));
        }
        if (!entries.isEmpty()) {
            releases.entriesAreThere();
        }
        rumors.lookAhead(said.stream().map(Legible::wanted).toList());
        chunk.takeAll(
                said,
                rumor -> new Verdict.Accepted(rumor.line(), rumors.take(rumor.wanted(), run.numbers()), List.of()),
                rumor -> Optional.empty());
        releases.finish();
        batch.makeFindable();
        return chunk.verdicts;
    }

    private void read(
            Line line,
            Map<EntryType, List<Legible<Wanted<?>>>> entries,
            List<Legible<RumorLine>> said,
            Mentions mentions) {
        if (line.fault() != null) {
            throw line.fault().problem();
        }
        var fields = line.fields().deepCopy();
        var type = Desks.type(fields.remove("type"));
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

    private static Fault fault(RuntimeException e) {
        return Fault.of(Problem.behind(e).orElseThrow(() -> e));
    }

    /** The lines that are taken in together. */
    private final class Chunk {

        private final List<Verdict> verdicts;
        private final boolean isLast;
        private final Run run;

        private Chunk(List<Verdict> verdicts, boolean isLast, Run run) {
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
                Function<Legible<W>, Verdict.Accepted> take,
                Function<Legible<W>, Optional<Legible<W>>> part) {
            var waiting = takeThose(lines, take);
            for (var each : waiting) {
                var partly = part.apply(each.line()).map(alone -> tried(alone, take));
                if (partly.orElse(null) instanceof Verdict.Accepted accepted) {
                    run.partly().put(accepted.line().number(), accepted.outcome());
                }
            }
            var left = takeThose(waiting.stream().map(Waiting::line).toList(), take);
            left.forEach(each -> verdicts.add(isLast ? each.verdict().refused() : each.verdict()));
        }

        /** A line, and what it waits for. */
        private record Waiting<W>(Legible<W> line, Verdict.Postponed verdict) {}

        private <W> List<Waiting<W>> takeThose(List<Legible<W>> lines, Function<Legible<W>, Verdict.Accepted> take) {
            var untried = lines;
            while (true) {
                var waiting = new ArrayList<Waiting<W>>();
                for (var line : untried) {
                    var verdict = tried(line, take);
                    if (verdict instanceof Verdict.Postponed postponed) {
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

        private <W> Verdict tried(Legible<W> line, Function<Legible<W>, Verdict.Accepted> take) {
            batch.missed();
            try {
                var accepted = take.apply(line);
                var before = run.partly().remove(line.line().number());
                return before == null ? accepted : new Verdict.Accepted(line.line(), before, accepted.kept());
            } catch (RuntimeException e) {
                var fault = fault(e);
                return batch.missed()
                        ? new Verdict.Postponed(line.line(), fault)
                        : new Verdict.Refused(line.line(), fault);
            }
        }
    }
}
