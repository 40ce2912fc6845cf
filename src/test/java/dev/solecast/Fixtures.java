package dev.solecast;

import static dev.solecast.Field.field;
import static dev.solecast.Field.object;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds entries to the catalogue by the methods that the API calls. Tests share one database: each adds entries of its
 * own, under slugs that no other test uses.
 */
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

    public void brand(String slug, String name, Field... fields) {
        brands.add(convert(NewBrand.class, fields, Field.slug(slug), Field.name(name)));
    }

    public void model(String slug, String brand, String name, Field... fields) {
        models.add(convert(NewModel.class, fields, Field.slug(slug), Field.brand(brand), Field.name(name)));
    }

    /** Adds a model under a name that no request may have, but data from before can. */
    public void modelFromBefore(String slug, String brand, String name) {
        var none = List.<String>of();
        models.add(
                new NewModel(slug, brand, name, none, null, null, none, none, List.of(), List.of(), none, List.of()));
    }

    /** Adds a colorway under a nickname that no request may have, but data from before can. */
    public void colorwayFromBefore(String slug, String model, String nickname) {
        colorways.add(new NewColorway(
                slug, model, null, nickname, null, null, null, List.of(), List.of(), List.of(), null, List.of(),
                List.of()));
    }

    public void collaborator(String slug, String name) {
        var object = object(Field.slug(slug), Field.name(name), field("kind", "brand"));
        collaborators.add(json.convertValue(object, NewCollaborator.class));
    }

    public void collaboration(String slug, String model, String brand, String... collaborators) {
        var object = object(
                Field.slug(slug),
                Field.brand(brand),
                Field.model(model),
                field("collaborators", List.of(collaborators)));
        collaborations.add(json.convertValue(object, NewCollaboration.class));
    }

    public void colorway(String slug, String model, Field... fields) {
        colorways.add(convert(NewColorway.class, fields, Field.slug(slug), Field.model(model)));
    }

    /** Adds a source whose name is its slug. */
    public void source(String slug, String kind, Field... fields) {
        sources.add(convert(NewSource.class, fields, Field.slug(slug), Field.name(slug), field("kind", kind)));
    }

    /** Adds a release, worldwide unless a field names a region. */
    public void release(String slug, String model, Field... fields) {
        releases.add(convert(NewRelease.class, fields, Field.slug(slug), Field.model(model), Field.region("WW")));
    }

    /** Records a rumor, said on 2 November 2026 unless a field says otherwise, and returns its id. */
    public long rumor(String release, String source, String kind, Field... fields) {
        var rumor = convert(
                NewRumor.class, fields, field("source", source), field("kind", kind), Field.saidOn("2026-11-02"));
        return rumors.record(new Slug(release), rumor).rumor().id();
    }

    /** Records a rumor that names a window, and returns its id. */
    public long claim(String release, String source, String kind, String window) {
        return rumor(release, source, kind, Field.window(window));
    }

    /** A line of a file for {@link #importLines}. */
    public static Map<String, Object> line(String type, Field... fields) {
        var line = object(field("type", type));
        line.putAll(object(fields));
        return line;
    }

    /** Adds many entries at once, by an import over HTTP; fails if a line is refused. */
    public void importLines(List<Map<String, Object>> lines) {
        var file = lines.stream().map(this::write).collect(Collectors.joining("\n"));
        Editor.importLines(file).then().statusCode(200).body("refused", equalTo(0));
    }

    private String write(Map<String, Object> line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a request from a JSON object of these fields, which override defaults of the same name. */
    private <T> T convert(Class<T> type, Field[] fields, Field... defaults) {
        var object = object(defaults);
        object.putAll(object(fields));
        return json.convertValue(object, type);
    }
}
