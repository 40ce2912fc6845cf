package dev.solecast.catalog.collaboration;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.collaborator.Collaborator;
import dev.solecast.catalog.model.Model;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.entry.Named;
import dev.solecast.http.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Collaborators and a brand, usually on one of its models. It may be known long before any colorway is seen. */
@Entity
@DynamicUpdate // an editor who saves must not put back what rumors have moved since
public class Collaboration extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    private Brand brand;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Model model;

    @ManyToMany
    @JoinTable(
            name = "collaboration_collaborator",
            joinColumns = @JoinColumn(name = "collaboration_id"),
            inverseJoinColumns = @JoinColumn(name = "collaborator_id"))
    @OrderColumn(name = "position")
    private List<Collaborator> collaborators;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stageSet;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    private Stage stageRumored;

    private @Nullable String stageReason;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    @SuppressWarnings("UnusedVariable") // for the filter strongestRumor
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private @Nullable StrongestRumor strongestRumor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Collaboration() {}

    Collaboration(
            Slug slug,
            NewCollaboration given,
            Brand brand,
            @Nullable Model model,
            List<Collaborator> collaborators,
            Instant now) {
        super(slug.text(), now);
        this.collaborators = new ArrayList<>();
        stageRumored = Stage.SPECULATED;
        revise(given, brand, model, collaborators, now);
    }

    /** Becomes what is given, but for its slug. A stage that is given holds until it is taken back. */
    final void revise(
            NewCollaboration given, Brand brand, @Nullable Model model, List<Collaborator> collaborators, Instant now) {
        this.brand = brand;
        this.model = model;
        if (!this.collaborators.equals(collaborators)) {
            this.collaborators.clear();
            this.collaborators.addAll(collaborators);
        }
        stageSet = given.stage();
        stage = stageSet == null ? stageRumored : stageSet;
        stageReason = given.stageReason();
        citations = given.citations();
        changedAt(now);
    }

    @Override
    public EntryType type() {
        return EntryType.COLLABORATION;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.concat(
                Stream.of(brand),
                Stream.concat(
                        Stream.ofNullable(model).flatMap(each -> Stream.concat(Stream.of(each), each.belongsTo())),
                        collaborators.stream()));
    }

    /** Writes down what the rumors about its releases now say; null if there is none left. */
    public void rumored(Stage stage, @Nullable StrongestRumor strongest, Instant now) {
        stageRumored = stage;
        this.stage = stageSet == null ? stageRumored : stageSet;
        strongestRumor = strongest;
        strongestKind = strongest == null ? null : strongest.kind();
        changedAt(now);
    }

    /** Whether a shoe of this model can belong to it: same brand, and the same model where that is known. */
    public boolean covers(Model other) {
        return model == null ? brand.id() == other.brand().id() : model.id() == other.id();
    }

    /** "Aimé Leon Dore x New Balance 1000". */
    public String title() {
        return title(collaborators(), model == null ? brand.name() : model.title());
    }

    /** The title of a collaboration of these on a model, or with a brand. */
    public static String title(List<Named> collaborators, String on) {
        return Stream.concat(collaborators.stream().map(Named::name), Stream.of(on))
                .collect(Collectors.joining(" x "));
    }

    /** Who collaborates, in the order in which they are named. */
    public List<Named> collaborators() {
        return collaborators.stream()
                .map(collaborator -> new Named(collaborator.slug(), collaborator.name()))
                .toList();
    }

    /** How far it has come. */
    public Stage stage() {
        return stage;
    }

    /** What an editor has set; null leaves it to the rumors. */
    @Nullable
    Stage stageSet() {
        return stageSet;
    }

    @Nullable
    String stageReason() {
        return stageReason;
    }

    Brand brand() {
        return brand;
    }

    @Nullable
    Model model() {
        return model;
    }

    @Nullable
    StrongestRumor strongestRumor() {
        return strongestRumor;
    }

    List<Citation> citations() {
        return citations;
    }
}
