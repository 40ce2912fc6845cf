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

/** A made-up catalogue, spread over 2015 to 2028; the same lines for the same scale, wherever and whenever. */
final class Catalogue {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 14 * 365;
    /** What lies before has happened. */
    private static final LocalDate PRESENT = LocalDate.of(2026, 11, 1);

    private static final List<String> REGIONS = List.of("WW", "WW", "WW", "US", "US", "EU", "GB", "JP");

    private final Scale scale;
    private final Chance chance = new Chance(1906);
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

    /** In an order in which no line names one that comes later. */
    static void write(Scale scale, Consumer<Line> lines) {
        var catalogue = new Catalogue(scale);
        catalogue.sources(lines);
        catalogue.brands(lines);
        catalogue.collaborators(lines);
        catalogue.models(lines);
        catalogue.collaborations(lines);
        catalogue.shoes(lines);
    }

    private void sources(Consumer<Line> lines) {
        for (int i = 0; i < scale.sources(); i++) {
            lines.accept(Line.of("source")
                    .with("slug", source(i))
                    .with("name", "Source " + i)
                    .with("kind", Words.SOURCE_KINDS.get(i % Words.SOURCE_KINDS.size())));
        }
    }

    private static String source(int i) {
        return "source-" + i;
    }

    private void brands(Consumer<Line> lines) {
        for (String name : Words.BRANDS) {
            lines.accept(Line.of("brand")
                    .with("slug", Words.slug(name))
                    .with("name", name)
                    .with("home", chance.of(Words.PLACES)));
        }
    }

    private void collaborators(Consumer<Line> lines) {
        for (int i = 0; i < scale.collaborators(); i++) {
            int person = i % Words.PEOPLE.size();
            int place = i / Words.PEOPLE.size() % Words.PLACES.size();
            String name = Words.PEOPLE.get(person) + " " + Words.PLACES.get(place);
            collaborators.add(Words.slug(name));
            lines.accept(Line.of("collaborator")
                    .with("slug", Words.slug(name))
                    .with("name", name)
                    .with("kind", chance.in(0.5) ? "person" : "brand"));
        }
    }

    private void models(Consumer<Line> lines) {
        for (int i = 0; i < scale.models(); i++) {
            String brand = Words.slug(brandOf(i));
            String name = chance.of(Words.MODELS) + " " + (100 + i / scale.brands());
            String slug = brand + "-" + Words.slug(name);
            models.add(slug);
            lines.accept(Line.of("model")
                    .with("slug", slug)
                    .with("brand", brand)
                    .with("name", name)
                    .with("firstAppeared", Integer.toString(1975 + chance.below(40)))
                    .with("category", "running"));
        }
    }

    private String brandOf(int model) {
        return Words.BRANDS.get(model % scale.brands());
    }

    private void collaborations(Consumer<Line> lines) {
        for (int i = 0; i < scale.collaborations(); i++) {
            int model = chance.below(models.size());
            String collaborator = chance.of(collaborators);
            String slug = collaborator + "-" + models.get(model) + "-" + i;
            collaborations.add(slug);
            modelsOfCollaborations.add(model);
            lines.accept(Line.of("collaboration")
                    .with("slug", slug)
                    .with("brand", Words.slug(brandOf(model)))
                    .with("model", models.get(model))
                    .with("collaborators", List.of(collaborator)));
        }
    }

    private void shoes(Consumer<Line> lines) {
        int releases = 0;
        for (int i = 0; i < scale.colorways(); i++) {
            boolean joint = i < 2 * collaborations.size();
            int model = joint ? modelsOfCollaborations.get(i / 2) : i % models.size();
            String slug = models.get(model) + "-" + i;
            lines.accept(Line.of("colorway")
                    .with("slug", slug)
                    .with("model", models.get(model))
                    .with("collaboration", joint ? collaborations.get(i / 2) : null)
                    .with("nickname", chance.in(0.3) ? chance.of(Words.NICKNAMES) : null)
                    .with("styleCode", chance.in(0.8) ? styleCode(i) : null)
                    .with("colors", List.of(color(), color()))
                    .with("materials", List.of(Line.part("name", chance.of(Words.MATERIALS), "certainty", "stated")))
                    .with("pictures", chance.in(0.7) ? List.of(picture(slug)) : null));
            // A fifth of them, evenly, go on sale twice.
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
        String name = chance.of(Words.COLORS);
        return chance.in(0.2) ? Line.part("name", name, "finish", chance.of(Words.FINISHES)) : Line.part("name", name);
    }

    private static Map<String, Object> picture(String slug) {
        return Line.part(
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

    private void release(Consumer<Line> lines, String colorway, String model, int time) {
        LocalDate day = FIRST_DAY.plusDays(chance.below(DAYS));
        String slug = time == 0 ? colorway : colorway + "-again";
        boolean cancelled = chance.in(0.03);
        boolean released = !cancelled && day.isBefore(PRESENT) && chance.in(0.98);
        lines.accept(Line.of("release")
                .with("slug", slug)
                .with("model", model)
                .with("colorway", colorway)
                .with("region", chance.of(REGIONS))
                .with("channel", chance.in(0.5) ? "wide" : null)
                .with("status", cancelled ? "cancelled" : released ? "released" : null)
                .with("statusReason", cancelled ? "Its maker called it off." : null)
                .with("cancelledOn", cancelled ? said(day) : null)
                .with("releasedOn", released ? day.toString() : null)
                .with("retailPrice", chance.in(0.7) ? Line.part("amount", price(), "currency", "USD") : null));
        int rumors = 1 + chance.below(5);
        for (int i = 0; i < rumors; i++) {
            rumor(lines, slug, day, i);
        }
    }

    private String price() {
        return 60 + chance.below(300) + ".00";
    }

    private void rumor(Consumer<Line> lines, String release, LocalDate day, int nth) {
        lines.accept(Line.of("rumor")
                .with("release", release)
                .with("source", source(chance.below(scale.sources())))
                .with("kind", chance.of(Words.RUMOR_KINDS))
                .with("saidOn", said(day.minusDays(200L - 40L * nth - chance.below(30))))
                .with("window", Claim.about(day, chance))
                .with("statement", nth == 0 ? "Seen for the first time." : null));
    }

    /** Nobody has said anything after the present. */
    private static String said(LocalDate day) {
        return (day.isBefore(PRESENT) ? day : PRESENT.minusDays(day.getDayOfYear())).toString();
    }
}
