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

/** Writes down how far imports got, so that it can be watched from whatever node. */
@ApplicationScoped
class ImportProgress {

    private final Imports imports;
    private final ImportFindings findings;
    private final ImportSettings settings;
    private final Actor actor;
    private final Clock clock;
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();

    ImportProgress(Imports imports, ImportFindings findings, ImportSettings settings, Actor actor, Clock clock) {
        this.imports = imports;
        this.findings = findings;
        this.settings = settings;
        this.actor = actor;
        this.clock = clock;
    }

    /** Its number, by which it is known from now on. */
    long begin(ImportOptions options) {
        var id = QuarkusTransaction.requiringNew().call(() -> {
            var begun = new Import(actor.name(), options, clock.instant());
            imports.persistAndFlush(begun);
            return begun.id();
        });
        underway.add(id);
        return id;
    }

    /** To be called in the transaction that took these lines in, so that it is true whatever ends the service. */
    void add(long id, Collection<LineResult> verdicts) {
        imports.count(id, LineCounts.of(verdicts), clock.instant());
        findings.add(id, verdicts);
    }

    void end(long id, ImportState state, @Nullable String why) {
        underway.remove(id);
        QuarkusTransaction.requiringNew().run(() -> imports.get(id).end(state, why, clock.instant()));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void alive() {
        if (!underway.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> imports.update("aliveAt = ?1 where id in ?2", clock.instant(), Set.copyOf(underway)));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        var before = clock.instant().minus(settings.kept());
        QuarkusTransaction.requiringNew().run(() -> imports.delete("startedAt < ?1 and endedAt is not null", before));
    }
}
