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
import dev.solecast.release.accuracy.ReleaseScoring;
import dev.solecast.release.derived.CatalogUpdater;
import dev.solecast.release.derived.ForecastUpdater;
import dev.solecast.release.derived.ReleaseChangeRecorder;
import dev.solecast.source.Source;
import dev.solecast.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Records rumors and their retraction; the release and the catalogue follow in the same transaction. */
@ApplicationScoped
public class RumorIntake {

    private final Releases releases;
    private final Rumors rumors;
    private final Sources sources;
    private final ReleaseScoring scores;
    private final ForecastUpdater forecasts;
    private final CatalogUpdater standing;
    private final ReleaseChangeRecorder movements;
    private final Redactions redactions;
    private final Actor actor;
    private final Clock clock;

    RumorIntake(
            Releases releases,
            Rumors rumors,
            Sources sources,
            ReleaseScoring scores,
            ForecastUpdater forecasts,
            CatalogUpdater standing,
            ReleaseChangeRecorder movements,
            Redactions redactions,
            Actor actor,
            Clock clock) {
        this.releases = releases;
        this.rumors = rumors;
        this.sources = sources;
        this.scores = scores;
        this.forecasts = forecasts;
        this.standing = standing;
        this.movements = movements;
        this.redactions = redactions;
        this.actor = actor;
        this.clock = clock;
    }

    /** A rumor, and whether it was not on record before. */
    public record Recorded(RumorView rumor, boolean isNew) {}

    /** Records what a source said about a release; what is on record already stays as it is. */
    @Transactional
    public Recorded record(Slug release, @Valid NewRumor given) {
        return record(release, given, actor.name());
    }

    /**
     * The same on behalf of another.
     *
     * @param by the name of whoever brought it
     */
    Recorded record(Slug release, NewRumor given, String by) {
        var about = releases.locked(release);
        var source = sources.require("source", given.source());
        var known = rumors.same(about, source, given);
        if (known.isPresent()) {
            return new Recorded(RumorView.of(known.get()), false);
        }
        var rumor = rumor(about, source, given, original(given, about), by);
        var before = movements.of(about);
        rumors.persistAndFlush(rumor);
        movements.rumorAdded(rumor);
        weigh(about, before, rumor);
        return new Recorded(RumorView.of(rumor), true);
    }

    /** Refuses what could not be recorded, as recording it would. */
    void check(Release about, NewRumor given) {
        var source = sources.require("source", given.source());
        rumor(about, source, given, original(given, about), actor.name());
    }

    /** One that is not yet stored. */
    Rumor rumor(Release about, Source source, NewRumor given, @Nullable Rumor original) {
        return rumor(about, source, given, original, actor.name());
    }

    private Rumor rumor(Release about, Source source, NewRumor given, @Nullable Rumor original, String by) {
        refuseImpossible(given, source);
        var rumor = new Rumor(given, about, source, sourceOrNull("via", given.via()), clock.instant(), by);
        rumor.copies(original, sourceOrNull("copiesSource", given.copiesSource()));
        return rumor;
    }

    void takeBack(Rumor rumor, String reason) {
        rumor.retract(reason, clock.instant(), actor.name());
    }

    /** Takes a rumor back; retracting it twice is a conflict. */
    @Transactional
    public RumorView retract(long id, String reason) {
        var rumor = rumors.get(id);
        var release = releases.locked(rumor.release());
        if (rumor.retracted()) {
            throw Problem.of(ProblemCode.CONFLICT, "Rumor " + id + " has been retracted before.");
        }
        var before = movements.of(release);
        takeBack(rumor, reason);
        rumors.flush();
        movements.rumorRetracted(rumor);
        weigh(release, before, rumor);
        return RumorView.of(rumor);
    }

    /** Forgets what was said, in whatever words; what was claimed stays, and so does the rumor. */
    @Transactional
    public RumorView redact(long id, NewRedaction given) {
        var rumor = rumors.get(id);
        redactions.allow();
        for (var field : given.fields()) {
            switch (field) {
                case "url", "statement", "retraction" -> redactions.forget(id, field);
                default ->
                    throw Problem.field(
                            ProblemCode.INVALID_BODY,
                            "fields",
                            "\"" + field + "\" cannot be redacted. There are: url, statement, retraction.");
            }
        }
        rumor.redact(given.fields());
        rumors.flush();
        movements.rumorRedacted(rumor, given.reason());
        standing.follow(rumor.release(), clock.instant());
        return RumorView.of(rumor);
    }

    private void weigh(Release release, ReleaseChangeRecorder.Standpoint before, Rumor rumor) {
        if (!release.status().awaited()) {
            scores.settle(release);
        }
        forecasts.renew(release);
        movements.log(release, before, rumor.id());
        standing.follow(release, clock.instant());
    }

    /** A source can say nothing of what is to come in a time to come, nor before there was a source. */
    private void refuseImpossible(NewRumor given, Source source) {
        var said = given.saidOnWindow();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var earliest = said.earliest();
        if (earliest != null && earliest.isAfter(today)) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY, "saidOn", said + " has not come yet; it is " + today + " in UTC.");
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

    private @Nullable Rumor original(NewRumor given, Release about) {
        var id = given.copiesRumor();
        if (id == null) {
            return null;
        }
        return rumors.findByIdOptional(id)
                .filter(rumor -> rumor.release().id() == about.id())
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY, "copiesRumor", "there is no rumor " + id + " about this release."));
    }

    private @Nullable Source sourceOrNull(String field, @Nullable String slug) {
        return slug == null ? null : sources.require(field, slug);
    }
}
