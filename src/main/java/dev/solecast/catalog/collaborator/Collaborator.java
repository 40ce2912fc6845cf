package dev.solecast.catalog.collaborator;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.model.Model;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.http.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person, brand or shop that collaborates: Joe Freshgoods, Aimé Leon Dore, Kith. */
@Entity
public class Collaborator extends Entry {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> aliases;

    @Enumerated(EnumType.STRING)
    private CollaboratorKind kind;

    private @Nullable String profession;
    private @Nullable String home;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> people;

    @ManyToMany
    @JoinTable(
            name = "collaborator_partner",
            joinColumns = @JoinColumn(name = "collaborator_id"),
            inverseJoinColumns = @JoinColumn(name = "brand_id"))
    @OrderBy("id")
    private Set<Brand> partners;

    @ManyToMany
    @JoinTable(
            name = "collaborator_earlier_model",
            joinColumns = @JoinColumn(name = "collaborator_id"),
            inverseJoinColumns = @JoinColumn(name = "model_id"))
    @OrderBy("id")
    private Set<Model> earlierModels;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Collaborator() {}

    Collaborator(Slug slug, NewCollaborator document, List<Brand> partners, List<Model> earlierModels, Instant now) {
        super(slug.text(), now);
        this.partners = new LinkedHashSet<>();
        this.earlierModels = new LinkedHashSet<>();
        revise(document, partners, earlierModels, now);
    }

    /** Takes over the content of the document, except the slug. */
    final void revise(NewCollaborator document, List<Brand> partners, List<Model> earlierModels, Instant now) {
        this.partners.retainAll(partners);
        this.partners.addAll(partners);
        this.earlierModels.retainAll(earlierModels);
        this.earlierModels.addAll(earlierModels);
        name = document.name();
        aliases = document.aliases();
        kind = document.kind();
        profession = document.profession();
        home = document.home();
        people = document.people();
        citations = document.citations();
        markUpdated(now);
    }

    @Override
    public EntryType type() {
        return EntryType.COLLABORATOR;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.empty();
    }

    public String name() {
        return name;
    }

    List<String> aliases() {
        return aliases;
    }

    CollaboratorKind kind() {
        return kind;
    }

    @Nullable
    String profession() {
        return profession;
    }

    @Nullable
    String home() {
        return home;
    }

    List<String> people() {
        return people;
    }

    Set<Brand> partners() {
        return partners;
    }

    Set<Model> earlierModels() {
        return earlierModels;
    }

    List<Citation> citations() {
        return citations;
    }
}
