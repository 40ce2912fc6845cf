package dev.solecast.catalog.colorway;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Collaborations;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.Models;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes colorways. */
@Singleton
public class ColorwayEditing extends Editing<Colorway, NewColorway, ColorwayView> {

    private final Colorways colorways;
    private final Models models;
    private final Collaborations collaborations;

    ColorwayEditing(Colorways colorways, Models models, Collaborations collaborations, EditingSupport desk) {
        super(colorways, NewColorway.class, desk);
        this.colorways = colorways;
        this.models = models;
        this.collaborations = collaborations;
    }

    @Override
    protected Colorway make(NewColorway given, Slug slug, Instant now) {
        var of = of(given, null);
        return new Colorway(slug, given, of.model(), of.collaboration(), of.reminiscentOf(), now);
    }

    @Override
    protected void revise(Colorway colorway, NewColorway given, Instant now) {
        var of = of(given, colorway);
        colorway.revise(given, of.model(), of.collaboration(), of.reminiscentOf(), now);
    }

    @Override
    protected NewColorway document(Colorway colorway) {
        return new NewColorway(
                colorway.slug(),
                colorway.model().slug(),
                colorway.collaboration() == null
                        ? null
                        : colorway.collaboration().slug(),
                colorway.nickname(),
                colorway.styleCode(),
                colorway.line(),
                colorway.audience(),
                colorway.sizes(),
                colorway.colors(),
                colorway.materials(),
                colorway.reminiscentOf() == null
                        ? null
                        : colorway.reminiscentOf().slug(),
                colorway.pictures(),
                colorway.citations());
    }

    @Override
    protected ColorwayView view(Colorway colorway) {
        return ColorwayView.of(colorway);
    }

    @Override
    protected List<String> names(NewColorway given) {
        return Stream.concat(
                        Stream.of(given.collaboration() == null ? given.model() : given.collaboration()),
                        given.nickname() != null
                                ? Stream.of(given.nickname())
                                : given.colors().stream()
                                        .filter(color -> color.part() == null)
                                        .map(Color::label))
                .toList();
    }

    /** By its slug, or where it gives none, by its style code. */
    @Override
    protected Optional<Colorway> match(NewColorway given, Slug slug) {
        var byCode = given.slug() == null && given.styleCode() != null
                ? colorways.of(models.require("model", given.model()).brand(), given.styleCode())
                : Optional.<Colorway>empty();
        var known = byCode.or(() -> super.match(given, slug));
        if (known.isPresent() && given.slug() == null && isAnother(known.get(), given.styleCode())) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "slug",
                    "the one made of its names, " + slug + ", is that of another colorway; give one.");
        }
        return known;
    }

    private static boolean isAnother(Colorway known, @Nullable String styleCode) {
        return known.styleCode() != null
                && styleCode != null
                && !known.styleCode().equals(styleCode);
    }

    /** The style codes in a batch that are to be known before any of its colorways is taken in. */
    public void lookAheadCodes(Set<String> styleCodes) {
        colorways.lookAheadCodes(styleCodes);
    }

    /** What it refers to. */
    private record Parents(
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf) {}

    /** Its collaboration, if given, must be one with its brand, and on its model where that is known. */
    private Parents of(NewColorway given, @Nullable Colorway before) {
        var model = models.require("model", given.model());
        var collaboration = collaborations.requireIfAny("collaboration", given.collaboration());
        if (collaboration != null && !collaboration.covers(model)) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "collaboration",
                    given.collaboration() + " is not a collaboration on " + given.model() + ".");
        }
        colorways
                .of(model.brand(), given.styleCode())
                .filter(other -> before == null || other.id() != before.id())
                .ifPresent(other -> {
                    throw Problem.field(
                            ProblemCode.CONFLICT,
                            "styleCode",
                            given.styleCode() + " is the style code of " + other.slug() + ".");
                });
        return new Parents(model, collaboration, models.requireIfAny("reminiscentOf", given.reminiscentOf()));
    }
}
