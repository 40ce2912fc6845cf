package dev.solecast.catalog.colorway;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.StrongestRumor;
import dev.solecast.catalog.model.Model;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.http.Slug;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a model. What is not known of it is null or empty. */
@Entity
public class Colorway extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    private Brand brand;

    @ManyToOne(fetch = FetchType.LAZY)
    private Model model;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Collaboration collaboration;

    @Enumerated(EnumType.STRING)
    private ColorwayKind kind;

    private @Nullable String nickname;
    private @Nullable String styleCode;
    private @Nullable String line;

    @Enumerated(EnumType.STRING)
    private @Nullable Audience audience;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sizes;

    @ElementCollection
    @CollectionTable(name = "colorway_color", joinColumns = @JoinColumn(name = "colorway_id"))
    @OrderColumn(name = "position")
    private List<Color> colors;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @SuppressWarnings("UnusedVariable") // for the filter color
    private List<String> colorNames;

    /** What its title says of its colors; null without main colors. */
    private @Nullable String looks;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Feature> materials;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reminiscent_of")
    private @Nullable Model reminiscentOf;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Picture> pictures;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false) // see StrongestRumors
    @SuppressWarnings("UnusedVariable") // for the filter strongestRumor
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(insertable = false, updatable = false)
    private @Nullable StrongestRumor strongestRumor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Colorway() {}

    Colorway(
            Slug slug,
            NewColorway given,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf,
            Instant now) {
        super(slug.text(), now);
        colors = new ArrayList<>();
        revise(given, model, collaboration, reminiscentOf, now);
    }

    /** Becomes what is given, but for its slug. */
    final void revise(
            NewColorway given,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf,
            Instant now) {
        this.brand = model.brand();
        this.model = model;
        this.collaboration = collaboration;
        this.reminiscentOf = reminiscentOf;
        kind = collaboration == null ? ColorwayKind.GENERAL : ColorwayKind.COLLABORATION;
        nickname = given.nickname();
        styleCode = given.styleCode();
        line = given.line();
        audience = given.audience();
        sizes = given.sizes();
        if (!colors.equals(given.colors())) {
            colors.clear();
            colors.addAll(given.colors());
        }
        colorNames =
                given.colors().stream().map(Color::name).distinct().sorted().toList();
        looks = given.colors().stream()
                .filter(color -> color.part() == null)
                .map(Color::label)
                .reduce((one, other) -> one + " and " + other)
                .orElse(null);
        materials = given.materials();
        pictures = given.pictures();
        citations = given.citations();
        changedAt(now);
    }

    @Override
    public EntryType type() {
        return EntryType.COLORWAY;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.concat(
                Stream.of(model, brand),
                Stream.ofNullable(collaboration).flatMap(each -> Stream.concat(Stream.of(each), each.belongsTo())));
    }

    /** "New Balance 1000 in metallic grey", with the collaborators in front and a nickname instead if there is one. */
    public String title() {
        var shoe = collaboration == null ? model.title() : collaboration.title();
        return title(shoe, nickname, looks);
    }

    /**
     * The title of a shoe in this colorway.
     *
     * @param looks its main colors
     */
    public static String title(String shoe, @Nullable String nickname, @Nullable String looks) {
        return nickname != null ? shoe + " “" + nickname + "”" : looks == null ? shoe : shoe + " in " + looks;
    }

    /** Whether the brand makes it alone. */
    public ColorwayKind kind() {
        return kind;
    }

    /** The maker's own code, exactly as it writes it. */
    public @Nullable String styleCode() {
        return styleCode;
    }

    Brand brand() {
        return brand;
    }

    /** What it is a version of. */
    public Model model() {
        return model;
    }

    /** Null for a general release. */
    public @Nullable Collaboration collaboration() {
        return collaboration;
    }

    @Nullable
    String nickname() {
        return nickname;
    }

    @Nullable
    String line() {
        return line;
    }

    @Nullable
    Audience audience() {
        return audience;
    }

    List<String> sizes() {
        return sizes;
    }

    List<Color> colors() {
        return colors;
    }

    List<Feature> materials() {
        return materials;
    }

    @Nullable
    Model reminiscentOf() {
        return reminiscentOf;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** The one to show where there is room for one; null if there is none. */
    public @Nullable Picture picture() {
        return pictures.isEmpty() ? null : pictures.getFirst();
    }

    @Nullable
    StrongestRumor strongestRumor() {
        return strongestRumor;
    }

    List<Citation> citations() {
        return citations;
    }
}
