package dev.solecast.catalog;

import jakarta.persistence.CollectionTable;
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
import java.util.stream.Collectors;
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Detail> materials;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reminiscent_of")
    private @Nullable Model reminiscentOf;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Picture> pictures;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // for the filter strongestRumor
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable StrongestRumor strongestRumor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Colorway() {}

    Colorway(
            NewColorway given,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Model reminiscentOf,
            Instant now) {
        super(given.slug(), now);
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
        colors = new ArrayList<>(given.colors());
        materials = given.materials();
        pictures = given.pictures();
        citations = given.citations();
    }

    /** Writes down what the rumors about its releases now say; null if there is none left. */
    public void rumored(@Nullable StrongestRumor strongest, Instant now) {
        strongestRumor = strongest;
        strongestKind = strongest == null ? null : strongest.kind();
        changedAt(now);
    }

    /** "New Balance 1000 in metallic grey", with the collaborators in front and a nickname instead if there is one. */
    public String title() {
        var shoe = collaboration == null ? model.title() : collaboration.title();
        var main = colors.stream().filter(color -> color.part() == null).map(Color::label);
        var looks = nickname == null ? main.collect(Collectors.joining(" and ")) : "";
        return nickname != null ? shoe + " “" + nickname + "”" : looks.isEmpty() ? shoe : shoe + " in " + looks;
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

    List<Detail> materials() {
        return materials;
    }

    @Nullable
    Model reminiscentOf() {
        return reminiscentOf;
    }

    List<Picture> pictures() {
        return pictures;
    }

    @Nullable
    StrongestRumor strongestRumor() {
        return strongestRumor;
    }

    List<Citation> citations() {
        return citations;
    }
}
