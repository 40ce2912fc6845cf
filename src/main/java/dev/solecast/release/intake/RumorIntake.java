package dev.solecast.release.intake;

import dev.solecast.change.NewRedaction;
import dev.solecast.change.Redactions;
import dev.solecast.http.Actor;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorView;
import dev.solecast.release.Rumors;
import dev.solecast.release.derived.ReleaseUpdates;
import dev.solecast.release.sale.Region;
import dev.solecast.source.Source;
import dev.solecast.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Records, retracts and redacts rumors; derived data are updated in the same transaction. */
@ApplicationScoped
public class RumorIntake {

    private final Releases releases;
    private final Rumors rumors;
    private final Sources sources;
    private final ReleaseUpdates updates;
    private final Redactions redactions;
    private final Actor actor;
    private final Clock clock;

    RumorIntake(
            Releases releases,
            Rumors rumors,
            Sources sources,
            ReleaseUpdates updates,
            Redactions redactions,
            Actor actor,
            Clock clock) {
        this.releases = releases;
        this.rumors = rumors;
        this.sources = sources;
        this.updates = updates;
        this.redactions = redactions;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A recorded rumor.
     *
     * @param isNew false if it had been recorded before
     */
    public record Recorded(RumorView rumor, boolean isNew) {}

    /** Records a rumor about a release; one that has been recorded before stays as it is. */
    @Transactional
    public Recorded record(Slug slug, @Valid NewRumor request) {
        return record(slug, request, actor.name());
    }

    /**
     * Records a rumor on behalf of another key.
     *
     * @param by the name of the key that submitted it
     */
    Recorded record(Slug slug, NewRumor request, String by) {
        var release = releases.lockExisting(slug);
        var source = sources.require("source", request.source());
        var known = rumors.findSame(release, source, request);
        if (known.isPresent()) {
            return new Recorded(RumorView.of(known.get()), false);
        }
        var rumor = newRumor(release, source, request, original(request, release), by);
        updates.add(rumor);
        return new Recorded(RumorView.of(rumor), true);
    }

    /** Refuses a rumor with the problems that recording it would have. */
    void check(Release release, NewRumor request) {
        var source = sources.require("source", request.source());
        newRumor(release, source, request, original(request, release), actor.name());
    }

    /** A checked rumor that is not stored yet, in the name of the caller. */
    Rumor newRumor(Release release, Source source, NewRumor request, @Nullable Rumor original) {
        return newRumor(release, source, request, original, actor.name());
    }

    private Rumor newRumor(Release release, Source source, NewRumor request, @Nullable Rumor original, String by) {
        refuseImpossible(request, source, new Region(release.region()));
        var via = sourceOrNull("via", request.via());
        if (via != null && via.id() == source.id()) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "via",
                    "is the source itself; leave it out where nobody passed the rumor on.");
        }
        var rumor = new Rumor(request, release, source, via, clock.instant(), by);
        rumor.markAsCopy(original, sourceOrNull("copiesSource", request.copiesSource()));
        return rumor;
    }

    /**
     * Retracts a rumor.
     *
     * @throws Problem 409 if it has been retracted before
     */
    @Transactional
    public RumorView retract(long id, String reason) {
        var rumor = rumors.get(id);
        releases.lockExisting(rumor.release());
        if (rumor.retracted()) {
            throw Problem.of(ProblemCode.CONFLICT, "Rumor " + id + " has been retracted before.");
        }
        updates.retract(rumor, reason);
        return RumorView.of(rumor);
    }

    /** Erases texts of a rumor, in the log as well; its claim stays, and so does the rumor. */
    @Transactional
    public RumorView redact(long id, NewRedaction request) {
        var rumor = rumors.get(id);
        redactions.allow();
        for (var field : request.fields()) {
            switch (field) {
                case "url", "statement", "retraction" -> redactions.forget(id, field);
                default ->
                    throw Problem.field(
                            ProblemCode.INVALID_BODY,
                            "fields",
                            "\"" + field + "\" cannot be redacted. There are: url, statement, retraction.");
            }
        }
        updates.redact(rumor, request);
        return RumorView.of(rumor);
    }

    /** Rejects a {@code saidOn} in the future of the release's region, or before the source existed. */
    private void refuseImpossible(NewRumor request, Source source, Region region) {
        var said = request.saidOnWindow();
        var earliest = said.earliest();
        var fault = earliest == null ? null : region.findFault(earliest, clock);
        if (fault != null) {
            throw Problem.field(ProblemCode.INVALID_BODY, "saidOn", said + " " + fault);
        }
        var since = source.since();
        var latest = said.latest();
        if (since != null && latest != null && latest.isBefore(since)) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "saidOn",
                    said + " is before " + source.slug() + " existed, which is since " + since + ".");
        }
    }

    private @Nullable Rumor original(NewRumor request, Release release) {
        var id = request.copiesRumor();
        if (id == null) {
            return null;
        }
        return rumors.findByIdOptional(id)
                .filter(rumor -> rumor.release().id() == release.id())
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY, "copiesRumor", "there is no rumor " + id + " about this release."));
    }

    private @Nullable Source sourceOrNull(String field, @Nullable String slug) {
        return slug == null ? null : sources.require(field, slug);
    }
}
