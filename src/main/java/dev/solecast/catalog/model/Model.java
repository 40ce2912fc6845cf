package dev.solecast.catalog.model;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.change.EntryType;
import dev.solecast.date.Window;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.entry.Named;
import dev.solecast.entry.Words;
import dev.solecast.http.Slug;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A silhouette of a brand: the New Balance 1000. */
@Entity
public class Model extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    private Brand brand;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> aliases;

    private @Nullable Window firstAppeared;
    private @Nullable String category;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> styles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> appearances;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Technology> technologies;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> openQuestions;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @ElementCollection
    @CollectionTable(name = "related_model", joinColumns = @JoinColumn(name = "model_id"))
    @OrderColumn(name = "position")
    private List<RelatedModel> related;

    @SuppressWarnings("NullAway.Init")
    protected Model() {}

    Model(Slug slug, NewModel document, Brand brand, List<RelatedModel> related, Instant now) {
        super(slug.text(), now);
        this.related = new ArrayList<>();
        revise(document, brand, related, now);
    }

    /** Takes over the content of the document, except the slug. */
    final void revise(NewModel document, Brand brand, List<RelatedModel> related, Instant now) {
        this.brand = brand;
        if (!this.related.equals(related)) {
            this.related.clear();
            this.related.addAll(related);
        }
        name = document.name();
        aliases = document.aliases();
        firstAppeared = document.firstAppeared() == null ? null : Window.parse(document.firstAppeared());
        category = document.category();
        styles = document.styles();
        appearances = document.appearances();
        technologies = document.technologies();
        openQuestions = document.openQuestions();
        citations = document.citations();
        markUpdated(now);
    }

    @Override
    public EntryType type() {
        return EntryType.MODEL;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.of(brand);
    }

    /** The brand that makes it. */
    public Brand brand() {
        return brand;
    }

    /** A reference to it, with its name without the brand's. */
    public Named named() {
        return new Named(slug(), name());
    }

    /** The name without the brand's: "1000". */
    public String name() {
        return name;
    }

    /** The name with the brand's: "New Balance 1000". */
    public String title() {
        return title(brand.name(), brand.aliases(), name);
    }

    /**
     * The title of a model: its brand and its name, which does not say the brand twice. A name that begins with the
     * brand's name, or with an alias that contains it, stands alone: "Nike Dunk High", "Air Jordan 1". The function
     * {@code shoe_title} of the database has the same rule.
     */
    public static String title(String brand, List<String> aliases, String model) {
        var name = Words.of(brand);
        var begun = Words.of(model);
        var isSaid = !name.isEmpty()
                && Stream.concat(Stream.of(brand), aliases.stream())
                        .map(Words::of)
                        .anyMatch(called -> Collections.indexOfSubList(called, name) >= 0
                                && begun.size() >= called.size()
                                && begun.subList(0, called.size()).equals(called));
        return isSaid ? model : brand + " " + model;
    }

    List<String> aliases() {
        return aliases;
    }

    /** The time at which the silhouette itself was first sold; null if unknown. */
    public @Nullable Window firstAppeared() {
        return firstAppeared;
    }

    @Nullable
    String category() {
        return category;
    }

    List<String> styles() {
        return styles;
    }

    List<String> appearances() {
        return appearances;
    }

    List<Technology> technologies() {
        return technologies;
    }

    List<String> openQuestions() {
        return openQuestions;
    }

    List<Citation> citations() {
        return citations;
    }

    List<RelatedModel> related() {
        return related;
    }
}
