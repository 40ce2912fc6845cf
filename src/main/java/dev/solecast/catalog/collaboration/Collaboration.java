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

/** A collaboration with a brand, usually on one of its models; it may be known long before any colorway. */
@Entity
@DynamicUpdate // an editor's save must not overwrite what rumors have updated since
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
            NewCollaboration document,
            Brand brand,
            @Nullable Model model,
            List<Collaborator> collaborators,
            Instant now) {
        super(slug.text(), now);
        this.collaborators = new ArrayList<>();
        stageRumored = Stage.SPECULATED;
        revise(document, brand, model, collaborators, now);
    }

    /** Takes over the content of the document, except the slug. A stage set there holds until it is removed. */
    final void revise(
            NewCollaboration document,
            Brand brand,
            @Nullable Model model,
            List<Collaborator> collaborators,
            Instant now) {
        this.brand = brand;
        this.model = model;
        if (!this.collaborators.equals(collaborators)) {
            this.collaborators.clear();
            this.collaborators.addAll(collaborators);
        }
        stageSet = document.stage();
        stage = stageSet == null ? stageRumored : stageSet;
        stageReason = document.stageReason();
        citations = document.citations();
        markUpdated(now);
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

    /** Updates it from the rumors about its releases; {@code strongest} is null if there are none left. */
    public void updateFromRumors(Stage stage, @Nullable StrongestRumor strongest, Instant now) {
        stageRumored = stage;
        this.stage = stageSet == null ? stageRumored : stageSet;
        strongestRumor = strongest;
        strongestKind = strongest == null ? null : strongest.kind();
        markUpdated(now);
    }

    /** Whether it is on this model of this brand, or on no model in particular. */
    boolean isOn(Brand brand, @Nullable Model model) {
        return this.brand.id() == brand.id()
                && (model == null ? this.model == null : this.model != null && this.model.id() == model.id());
    }

    /** Whether a release of this model can belong to it: it has the same model or, if that is unknown, brand. */
    public boolean covers(Model other) {
        return model == null ? brand.id() == other.brand().id() : model.id() == other.id();
    }

    /** The title, such as "Aimé Leon Dore x New Balance 1000". */
    public String title() {
        return title(collaborators(), model == null ? brand.name() : model.title());
    }

    /** The title of a collaboration on a model or with a brand, which has the title {@code on}. */
    public static String title(List<Named> collaborators, String on) {
        return Stream.concat(collaborators.stream().map(Named::name), Stream.of(on))
                .collect(Collectors.joining(" x "));
    }

    /** The collaborators, in the order of the document. */
    public List<Named> collaborators() {
        return collaborators.stream()
                .map(collaborator -> new Named(collaborator.slug(), collaborator.name()))
                .toList();
    }

    /** The current stage. */
    public Stage stage() {
        return stage;
    }

    /** The stage that an editor has set; null if the rumors determine it. */
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
