package dev.solecast.catalog;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Collaborators and a brand, usually on one of its models. It may be known long before any colorway is seen. */
@Entity
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
    private Stage stage;

    private @Nullable String stageReason;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // for the filter strongestRumor
    private @Nullable RumorKind strongestKind;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable StrongestRumor strongestRumor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @SuppressWarnings("NullAway.Init")
    protected Collaboration() {}

    Collaboration(
            NewCollaboration given, Brand brand, @Nullable Model model, List<Collaborator> collaborators, Instant now) {
        super(given.slug(), now);
        this.brand = brand;
        this.model = model;
        this.collaborators = new ArrayList<>(collaborators);
        stage = Stage.SPECULATED;
        stageReason = given.stageReason();
        citations = given.citations();
    }

    /** Writes down what the rumors about its releases now say; null if there is none left. */
    public void rumored(Stage stage, @Nullable StrongestRumor strongest, Instant now) {
        this.stage = stage;
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
        var who = collaborators.stream().map(Collaborator::name).collect(Collectors.joining(" x "));
        return who + " x " + (model == null ? brand.name() : model.title());
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
