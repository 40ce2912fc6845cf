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

/** A version of a model. Unknown fields are null or empty. */
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

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(insertable = false, updatable = false) // generated: see StyleCodes
    @SuppressWarnings("UnusedVariable") // for the filter styleCode
    private @Nullable List<String> codes;

    /** The colors in its title; null if it has no main colors. */
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
            NewColorway document,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf,
            Instant now) {
        super(slug.text(), now);
        colors = new ArrayList<>();
        revise(document, model, collaboration, reminiscentOf, now);
    }

    /** Takes over the content of the document, except the slug. */
    final void revise(
            NewColorway document,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf,
            Instant now) {
        this.brand = model.brand();
        this.model = model;
        this.collaboration = collaboration;
        this.reminiscentOf = reminiscentOf;
        kind = collaboration == null ? ColorwayKind.GENERAL : ColorwayKind.COLLABORATION;
        nickname = document.nickname();
        styleCode = document.styleCode();
        line = document.line();
        audience = document.audience();
        sizes = document.sizes();
        if (!colors.equals(document.colors())) {
            colors.clear();
            colors.addAll(document.colors());
        }
        colorNames =
                document.colors().stream().map(Color::name).distinct().sorted().toList();
        looks = document.colors().stream()
                .filter(color -> color.part() == null)
                .map(Color::label)
                .reduce((one, other) -> one + " and " + other)
                .orElse(null);
        materials = document.materials();
        pictures = document.pictures();
        citations = document.citations();
        markUpdated(now);
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

    /** The title, such as "New Balance 1000 in metallic grey"; a nickname, if any, replaces the colors. */
    public String title() {
        var shoe = collaboration == null ? model.title() : collaboration.title();
        return title(shoe, nickname, looks);
    }

    /**
     * The title of a colorway.
     *
     * @param shoe the title of its model or collaboration
     * @param looks its main colors; used only without a nickname
     */
    public static String title(String shoe, @Nullable String nickname, @Nullable String looks) {
        return nickname != null ? shoe + " “" + nickname + "”" : looks == null ? shoe : shoe + " in " + looks;
    }

    /** Whether the brand makes it alone or in a collaboration. */
    public ColorwayKind kind() {
        return kind;
    }

    /** The style code, exactly as the maker writes it. */
    public @Nullable String styleCode() {
        return styleCode;
    }

    Brand brand() {
        return brand;
    }

    /** The model that it is a version of. */
    public Model model() {
        return model;
    }

    /** The collaboration that it belongs to; null for a general release. */
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

    /** The picture to show if there is room for only one; null if it has none. */
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
