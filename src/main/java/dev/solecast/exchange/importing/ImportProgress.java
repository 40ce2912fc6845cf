package dev.solecast.exchange.importing;

import dev.solecast.http.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores the progress of imports, so that every node can show it. */
@ApplicationScoped
class ImportProgress {

    private final Imports imports;
    private final ImportFindings findings;
    private final ImportSettings settings;
    private final Actor actor;
    private final Clock clock;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    ImportProgress(Imports imports, ImportFindings findings, ImportSettings settings, Actor actor, Clock clock) {
        this.imports = imports;
        this.findings = findings;
        this.settings = settings;
        this.actor = actor;
        this.clock = clock;
    }

    /** Starts an import and returns its id. */
    long begin(ImportOptions options) {
        var id = QuarkusTransaction.requiringNew().call(() -> {
            var started = new Import(actor.name(), options, clock.instant());
            imports.persistAndFlush(started);
            return started.id();
        });
        running.add(id);
        return id;
    }

    /** Adds results, with the changes of a dry run, in the transaction that imported the lines, so that both are committed or neither. */
    void record(long id, Collection<LineResult> results, boolean dryRun) {
        var found = ImportFindings.of(results, dryRun);
        var totals = imports.addCounts(id, LineCounts.of(results), found, clock.instant());
        findings.insert(
                id, found, settings.mostFindings() - totals.findings(), settings.mostFindings() - totals.changes());
    }

    /**
     * Ends an import.
     *
     * @param problem the reason why it did not get to the end of the file; null if it did
     */
    void end(long id, ImportState state, @Nullable String problem) {
        running.remove(id);
        QuarkusTransaction.requiringNew().run(() -> imports.get(id).end(state, problem, clock.instant()));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sendHeartbeats() {
        if (!running.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> imports.update("aliveAt = ?1 where id in ?2", clock.instant(), Set.copyOf(running)));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deleteOld() {
        var before = clock.instant().minus(settings.kept());
        QuarkusTransaction.requiringNew().run(() -> imports.delete("startedAt < ?1 and endedAt is not null", before));
    }
}
