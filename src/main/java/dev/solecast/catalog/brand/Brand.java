package dev.solecast.catalog.brand;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.entry.Named;
import dev.solecast.http.Slug;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A maker of sneakers. */
@Entity
public class Brand extends Entry {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> aliases;

    private @Nullable String home;
    private @Nullable String knownFor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ProductLine> lines;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Brand() {}

    Brand(Slug slug, NewBrand document, Instant now) {
        super(slug.text(), now);
        revise(document, now);
    }

    /** Takes over the content of the document, except the slug. */
    final void revise(NewBrand document, Instant now) {
        name = document.name();
        aliases = document.aliases();
        home = document.home();
        knownFor = document.knownFor();
        lines = document.lines();
        citations = document.citations();
        markUpdated(now);
    }

    @Override
    public EntryType type() {
        return EntryType.BRAND;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.empty();
    }

    /** A reference to it, with its name. */
    public Named named() {
        return new Named(slug(), name());
    }

    /** The name as the brand writes it: "New Balance". */
    public String name() {
        return name;
    }

    /** Other names of it, by which people know it: "NB". */
    public List<String> aliases() {
        return aliases;
    }

    @Nullable
    String home() {
        return home;
    }

    @Nullable
    String knownFor() {
        return knownFor;
    }

    List<ProductLine> lines() {
        return lines;
    }

    List<Citation> citations() {
        return citations;
    }
}
