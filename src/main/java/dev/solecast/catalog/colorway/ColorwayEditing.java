package dev.solecast.catalog.colorway;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Collaborations;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.Models;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.entry.EntryLine;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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

    ColorwayEditing(Colorways colorways, Models models, Collaborations collaborations, EditingSupport support) {
        super(colorways, NewColorway.class, support);
        this.colorways = colorways;
        this.models = models;
        this.collaborations = collaborations;
    }

    @Override
    protected Colorway create(NewColorway document, Slug slug, Instant now) {
        var parents = parents(document, null);
        return new Colorway(slug, document, parents.model(), parents.collaboration(), parents.reminiscentOf(), now);
    }

    @Override
    protected void revise(Colorway colorway, NewColorway document, Instant now) {
        var parents = parents(document, colorway);
        if (colorway.model().id() != parents.model().id()) {
            colorways.refuseToLeaveModel(colorway);
        }
        var collaboration = colorway.collaboration();
        if (collaboration != null
                && (parents.collaboration() == null
                        || collaboration.id() != parents.collaboration().id())) {
            colorways.refuseToLeaveCollaboration(colorway);
        }
        colorway.revise(document, parents.model(), parents.collaboration(), parents.reminiscentOf(), now);
        colorways.noteChanged(colorway);
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
    protected List<String> slugParts(NewColorway document) {
        return Stream.concat(
                        Stream.of(document.collaboration() == null ? document.model() : document.collaboration()),
                        document.nickname() != null
                                ? Stream.of(document.nickname())
                                : document.colors().stream()
                                        .filter(color -> color.part() == null)
                                        .map(Color::label))
                .toList();
    }

    /** Finds it by its slug or, if the line has none, by its style code. */
    @Override
    protected Optional<Colorway> findMatch(NewColorway document, Slug slug) {
        var byCode = document.slug() == null && document.styleCode() != null
                ? colorways
                        .listByStyleCode(
                                models.require("model", document.model()).brand(), document.styleCode())
                        .stream()
                        .findFirst()
                : Optional.<Colorway>empty();
        var known = byCode.or(() -> findByName(document, slug));
        if (known.isPresent() && document.slug() == null && isAnother(known.get(), document.styleCode())) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "slug",
                    "the one made of its names, " + slug + ", is that of another colorway; give one.");
        }
        return known;
    }

    /** The one with this slug or, if it is made from names, the one for the same audience that has these names. */
    private Optional<Colorway> findByName(NewColorway document, Slug slug) {
        var audience = document.audience();
        return document.slug() != null || audience == null
                ? super.findMatch(document, slug)
                : super.findMatch(document, withAudience(slug, audience))
                        .filter(colorway -> colorway.audience() == audience)
                        .or(() -> super.findMatch(document, slug).filter(colorway -> !isForOthers(colorway, audience)));
    }

    /** The made slug, with the audience if a colorway for another one has it: two audiences are two shoes. */
    @Override
    protected Slug slugToAdd(NewColorway document, Slug slug) {
        var audience = document.audience();
        return document.slug() == null
                        && audience != null
                        && super.findMatch(document, slug)
                                .filter(colorway -> isForOthers(colorway, audience))
                                .isPresent()
                ? withAudience(slug, audience)
                : slug;
    }

    @Override
    public Stream<Slug> slugsToLookUp(EntryLine<NewColorway> line) {
        var audience = line.document().audience();
        var slugs = super.slugsToLookUp(line);
        return line.document().slug() != null || audience == null
                ? slugs
                : Stream.concat(slugs, Stream.of(withAudience(line.slug(), audience)));
    }

    private static boolean isForOthers(Colorway colorway, Audience audience) {
        return colorway.audience() != null && colorway.audience() != audience;
    }

    private static Slug withAudience(Slug slug, Audience audience) {
        var longer = slug.text() + "-" + audience.wireName();
        return longer.length() > Slug.LONGEST ? slug : new Slug(longer);
    }

    /** Whether the colorway has this style code already, perhaps together with others since before they were equal. */
    private static boolean isSaid(Colorway current, @Nullable String styleCode) {
        return StyleCodes.of(current.styleCode()).containsAll(StyleCodes.of(styleCode));
    }

    private void refuseTaken(Brand brand, @Nullable String styleCode, @Nullable Colorway current) {
        colorways.listByStyleCode(brand, styleCode).stream()
                .filter(other -> current == null || other.id() != current.id())
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.field(
                            ProblemCode.CONFLICT,
                            "styleCode",
                            styleCode + " is the style code of " + other.slug()
                                    + (Objects.equals(styleCode, other.styleCode())
                                            ? "."
                                            : ", written as " + other.styleCode() + "."));
                });
    }

    private static boolean isAnother(Colorway known, @Nullable String styleCode) {
        return known.styleCode() != null
                && styleCode != null
                && Collections.disjoint(StyleCodes.of(known.styleCode()), StyleCodes.of(styleCode));
    }

    /** Prefetches the colorways with these style codes, before any colorway of a batch is imported. */
    public void prefetchStyleCodes(Set<String> styleCodes) {
        colorways.prefetchStyleCodes(styleCodes);
    }

    /** The entries that a colorway refers to. */
    private record Parents(
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf) {}

    /** Resolves the references; the collaboration, if any, must cover the model, and the style code be unused. */
    private Parents parents(NewColorway document, @Nullable Colorway current) {
        var model = models.require("model", document.model());
        var collaboration = collaborations.requireIfAny("collaboration", document.collaboration());
        if (collaboration != null && !collaboration.covers(model)) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "collaboration",
                    document.collaboration() + " is not a collaboration on " + document.model() + ".");
        }
        if (current == null || current.brand().id() != model.brand().id() || !isSaid(current, document.styleCode())) {
            refuseTaken(model.brand(), document.styleCode(), current);
        }
        return new Parents(model, collaboration, models.requireIfAny("reminiscentOf", document.reminiscentOf()));
    }
}
