package dev.solecast.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Generates a catalogue spread over 2015 to 2028; the same scale always gives the same lines. */
final class Catalogue {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 14 * 365;
    /** Releases before this day have happened. */
    private static final LocalDate PRESENT = LocalDate.of(2026, 11, 1);

    private static final List<String> REGIONS = List.of("WW", "WW", "WW", "US", "US", "EU", "GB", "JP");

    private final Scale scale;
    private final SeededRandom random = new SeededRandom(1906);
    private final List<String> models = new ArrayList<>();
    private final List<String> collaborators = new ArrayList<>();
    private final List<String> collaborations = new ArrayList<>();
    private final List<Integer> modelsOfCollaborations = new ArrayList<>();

    private Catalogue(Scale scale) {
        this.scale = scale;
    }

    static void write(Scale scale, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            write(scale, line -> {
                try {
                    out.write(line + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Writes the lines in an order in which none refers to a later one. */
    static void write(Scale scale, Consumer<CatalogueLine> lines) {
        var catalogue = new Catalogue(scale);
        catalogue.sources(lines);
        catalogue.brands(lines);
        catalogue.collaborators(lines);
        catalogue.models(lines);
        catalogue.collaborations(lines);
        catalogue.shoes(lines);
    }

    private void sources(Consumer<CatalogueLine> lines) {
        for (int i = 0; i < scale.sources(); i++) {
            lines.accept(CatalogueLine.of("source")
                    .with("slug", source(i))
                    .with("name", "Source " + i)
                    .with("kind", Names.SOURCE_KINDS.get(i % Names.SOURCE_KINDS.size())));
        }
    }

    private static String source(int i) {
        return "source-" + i;
    }

    private void brands(Consumer<CatalogueLine> lines) {
        for (String name : Names.BRANDS) {
            lines.accept(CatalogueLine.of("brand")
                    .with("slug", Names.slug(name))
                    .with("name", name)
                    .with("home", random.of(Names.PLACES)));
        }
    }

    private void collaborators(Consumer<CatalogueLine> lines) {
        for (int i = 0; i < scale.collaborators(); i++) {
            int person = i % Names.PEOPLE.size();
            int place = i / Names.PEOPLE.size() % Names.PLACES.size();
            String name = Names.PEOPLE.get(person) + " " + Names.PLACES.get(place);
            collaborators.add(Names.slug(name));
            lines.accept(CatalogueLine.of("collaborator")
                    .with("slug", Names.slug(name))
                    .with("name", name)
                    .with("kind", random.in(0.5) ? "person" : "brand"));
        }
    }

    private void models(Consumer<CatalogueLine> lines) {
        for (int i = 0; i < scale.models(); i++) {
            String brand = Names.slug(brandOf(i));
            String name = random.of(Names.MODELS) + " " + (100 + i / scale.brands());
            String slug = brand + "-" + Names.slug(name);
            models.add(slug);
            lines.accept(CatalogueLine.of("model")
                    .with("slug", slug)
                    .with("brand", brand)
                    .with("name", name)
                    .with("firstAppeared", Integer.toString(1975 + random.below(40)))
                    .with("category", "running"));
        }
    }

    private String brandOf(int model) {
        return Names.BRANDS.get(model % scale.brands());
    }

    private void collaborations(Consumer<CatalogueLine> lines) {
        for (int i = 0; i < scale.collaborations(); i++) {
            int model = random.below(models.size());
            String collaborator = random.of(collaborators);
            String slug = collaborator + "-" + models.get(model) + "-" + i;
            collaborations.add(slug);
            modelsOfCollaborations.add(model);
            lines.accept(CatalogueLine.of("collaboration")
                    .with("slug", slug)
                    .with("brand", Names.slug(brandOf(model)))
                    .with("model", models.get(model))
                    .with("collaborators", List.of(collaborator)));
        }
    }

    private void shoes(Consumer<CatalogueLine> lines) {
        int releases = 0;
        for (int i = 0; i < scale.colorways(); i++) {
            boolean collaborative = i < 2 * collaborations.size();
            int model = collaborative ? modelsOfCollaborations.get(i / 2) : i % models.size();
            String slug = models.get(model) + "-" + i;
            lines.accept(CatalogueLine.of("colorway")
                    .with("slug", slug)
                    .with("model", models.get(model))
                    .with("collaboration", collaborative ? collaborations.get(i / 2) : null)
                    .with("nickname", random.in(0.3) ? random.of(Names.NICKNAMES) : null)
                    .with("styleCode", random.in(0.8) ? styleCode(i) : null)
                    .with("colors", List.of(color(), color()))
                    .with(
                            "materials",
                            List.of(CatalogueLine.part("name", random.of(Names.MATERIALS), "certainty", "stated")))
                    .with("pictures", random.in(0.7) ? List.of(picture(slug)) : null));
            // Evenly spread, one colorway in five goes on sale twice.
            int times = (int) ((i + 1) * (long) scale.releases() / scale.colorways()) - releases;
            for (int time = 0; time < times; time++) {
                release(lines, slug, models.get(model), time);
                releases++;
            }
        }
    }

    private static String styleCode(int colorway) {
        return "U" + Integer.toString(46_656 + colorway, 36).toUpperCase(Locale.ROOT) + "-" + (100 + colorway % 900);
    }

    private Map<String, Object> color() {
        String name = random.of(Names.COLORS);
        return random.in(0.2)
                ? CatalogueLine.part("name", name, "finish", random.of(Names.FINISHES))
                : CatalogueLine.part("name", name);
    }

    private static Map<String, Object> picture(String slug) {
        return CatalogueLine.part(
                "url",
                "https://pictures.example/" + slug + ".jpg",
                "width",
                1200,
                "height",
                800,
                "credit",
                "The maker",
                "licence",
                "CC BY 4.0",
                "alternativeText",
                "The shoe from its outer side");
    }

    private void release(Consumer<CatalogueLine> lines, String colorway, String model, int time) {
        LocalDate day = FIRST_DAY.plusDays(random.below(DAYS));
        String slug = time == 0 ? colorway : colorway + "-again";
        boolean cancelled = random.in(0.03);
        boolean released = !cancelled && day.isBefore(PRESENT) && random.in(0.98);
        lines.accept(CatalogueLine.of("release")
                .with("slug", slug)
                .with("model", model)
                .with("colorway", colorway)
                .with("region", random.of(REGIONS))
                .with("channel", random.in(0.5) ? "wide" : null)
                .with("status", cancelled ? "cancelled" : released ? "released" : null)
                .with("statusReason", cancelled ? "Its maker called it off." : null)
                .with("cancelledOn", cancelled ? notAfterPresent(day) : null)
                .with("releasedOn", released ? day.toString() : null)
                .with("retailPrice", random.in(0.7) ? CatalogueLine.part("amount", price(), "currency", "USD") : null));
        int rumors = 1 + random.below(5);
        for (int i = 0; i < rumors; i++) {
            rumor(lines, slug, day, i);
        }
    }

    private String price() {
        return 60 + random.below(300) + ".00";
    }

    private void rumor(Consumer<CatalogueLine> lines, String release, LocalDate day, int nth) {
        lines.accept(CatalogueLine.of("rumor")
                .with("release", release)
                .with("source", source(random.below(scale.sources())))
                .with("kind", random.of(Names.RUMOR_KINDS))
                .with("saidOn", notAfterPresent(day.minusDays(200L - 40L * nth - random.below(30))))
                .with("window", RandomWindow.about(day, random))
                .with("statement", nth == 0 ? "Seen for the first time." : null));
    }

    /** The day, or for a later day than the present a day before it: no rumor is from the future. */
    private static String notAfterPresent(LocalDate day) {
        return (day.isBefore(PRESENT) ? day : PRESENT.minusDays(day.getDayOfYear())).toString();
    }
}
