package dev.solecast.release;

import dev.solecast.http.Problem;
import dev.solecast.http.ProblemCode;
import dev.solecast.http.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Records rumors and their retraction; the release and the catalogue follow in the same transaction. */
@ApplicationScoped
@Transactional
public class RumorIntake {

    private final Releases releases;
    private final Rumors rumors;
    private final Sources sources;
    private final Forecasts forecasts;
    private final Standing standing;
    private final Clock clock;

    RumorIntake(
            Releases releases, Rumors rumors, Sources sources, Forecasts forecasts, Standing standing, Clock clock) {
        this.releases = releases;
        this.rumors = rumors;
        this.sources = sources;
        this.forecasts = forecasts;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Records what a source said about a release.
     *
     * @param release the slug of the release
     * @param by who records it
     * @return the rumor's id
     */
    public long record(String release, @Valid NewRumor given, String by) {
        var about = releases.known(new Slug(release));
        var source = sources.known(new Slug(given.source()));
        refuseImpossible(given, source);
        var rumor = new Rumor(given, about, source, sourceOrNull(given.via()), clock.instant(), by);
        rumor.copies(original(given, about), sourceOrNull(given.copiesSource()));
        rumors.persistAndFlush(rumor);
        weigh(about);
        return rumor.id();
    }

    /** Takes a rumor back; retracting it twice is a conflict. */
    public void retract(long id, String reason, String by) {
        var rumor = rumors.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no rumor " + id + "."));
        if (rumor.retracted()) {
            throw Problem.of(ProblemCode.CONFLICT, "Rumor " + id + " has been retracted before.");
        }
        rumor.retract(reason, clock.instant(), by);
        rumors.flush();
        weigh(rumor.release());
    }

    private void weigh(Release release) {
        forecasts.renew(release);
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

    private @Nullable Source sourceOrNull(@Nullable String slug) {
        return slug == null ? null : sources.known(new Slug(slug));
    }
}
