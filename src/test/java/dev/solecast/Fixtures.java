package dev.solecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.catalog.brand.BrandEditing;
import dev.solecast.catalog.brand.NewBrand;
import dev.solecast.catalog.collaboration.CollaborationEditing;
import dev.solecast.catalog.collaboration.NewCollaboration;
import dev.solecast.catalog.collaborator.CollaboratorEditing;
import dev.solecast.catalog.collaborator.NewCollaborator;
import dev.solecast.catalog.colorway.ColorwayEditing;
import dev.solecast.catalog.colorway.NewColorway;
import dev.solecast.catalog.model.ModelEditing;
import dev.solecast.catalog.model.NewModel;
import dev.solecast.http.Slug;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewRumor;
import dev.solecast.release.edit.ReleaseEditing;
import dev.solecast.release.intake.RumorIntake;
import dev.solecast.source.NewSource;
import dev.solecast.source.SourceEditing;
import jakarta.inject.Singleton;

/** Puts shoes into the catalogue as a script of ours would; each test makes its own, told apart by their slugs. */
@Singleton
public class Fixtures {

    private final BrandEditing brands;
    private final ModelEditing models;
    private final CollaboratorEditing collaborators;
    private final CollaborationEditing collaborations;
    private final ColorwayEditing colorways;
    private final SourceEditing sources;
    private final ReleaseEditing releases;
    private final RumorIntake rumors;
    private final ObjectMapper json;

    Fixtures(
            BrandEditing brands,
            ModelEditing models,
            CollaboratorEditing collaborators,
            CollaborationEditing collaborations,
            ColorwayEditing colorways,
            SourceEditing sources,
            ReleaseEditing releases,
            RumorIntake rumors,
            ObjectMapper json) {
        this.brands = brands;
        this.models = models;
        this.collaborators = collaborators;
        this.collaborations = collaborations;
        this.colorways = colorways;
        this.sources = sources;
        this.releases = releases;
        this.rumors = rumors;
        this.json = json;
    }

    /** Fields after the slug and the name, such as {@code "home": "Boston"}. */
    public void brand(String slug, String name, String... fields) {
        brands.add(read(NewBrand.class, slugged(slug, "\"name\": \"" + name + "\"", fields)));
    }

    public void model(String slug, String brand, String name, String... fields) {
        models.add(read(
                NewModel.class, slugged(slug, "\"brand\": \"%s\", \"name\": \"%s\"".formatted(brand, name), fields)));
    }

    public void collaborator(String slug, String name) {
        collaborators.add(
                read(NewCollaborator.class, slugged(slug, "\"kind\": \"brand\", \"name\": \"" + name + "\"")));
    }

    public void collaboration(String slug, String model, String brand, String collaborator) {
        collaborations.add(read(
                NewCollaboration.class,
                slugged(
                        slug,
                        "\"brand\": \"%s\", \"model\": \"%s\", \"collaborators\": [\"%s\"]"
                                .formatted(brand, model, collaborator))));
    }

    public void colorway(String slug, String model, String... fields) {
        colorways.add(read(NewColorway.class, slugged(slug, "\"model\": \"" + model + "\"", fields)));
    }

    public void source(String slug, String kind, String... fields) {
        sources.add(read(
                NewSource.class, slugged(slug, "\"name\": \"%s\", \"kind\": \"%s\"".formatted(slug, kind), fields)));
    }

    /** Worldwide, unless a field says otherwise. */
    public void release(String slug, String model, String... fields) {
        var all = String.join(", ", fields);
        var region = all.contains("\"region\"") ? "" : ", \"region\": \"WW\"";
        releases.add(read(NewRelease.class, slugged(slug, "\"model\": \"" + model + "\"" + region, fields)));
    }

    /** A statement made on 2 November 2026, unless a field says otherwise. */
    public long rumor(String release, String source, String kind, String... fields) {
        var all = String.join(", ", fields);
        var said = all.contains("\"saidOn\"") ? "" : ", \"saidOn\": \"2026-11-02\"";
        var given = "\"source\": \"%s\", \"kind\": \"%s\"%s".formatted(source, kind, said);
        return rumors.record(new Slug(release), read(NewRumor.class, object(given, fields)))
                .rumor()
                .id();
    }

    /** A rumor that names a window. */
    public long claim(String release, String source, String kind, String window) {
        return rumor(release, source, kind, "\"window\": \"" + window + "\"");
    }

    private static String slugged(String slug, String given, String... fields) {
        return object("\"slug\": \"" + slug + "\", " + given, fields);
    }

    private static String object(String given, String... fields) {
        return "{" + given + (fields.length == 0 ? "" : ", " + String.join(", ", fields)) + "}";
    }

    private <T> T read(Class<T> type, String text) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
