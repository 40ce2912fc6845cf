package dev.solecast.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Asks for whatever can be asked of what a {@link RandomEditor} writes; often what was asked before. */
public final class RandomReader {

    private static final List<String> SORTS = List.of("date", "-date", "updated", "-updated", "likeliest");
    private static final List<String> LANGUAGES = List.of("", "de", "ja, en;q=0.5");

    private final RandomEditor editor;
    private final Random random;
    private final List<Question> asked = new ArrayList<>();

    /** Who has asked nothing yet. */
    public RandomReader(RandomEditor editor, Random random) {
        this.editor = editor;
        this.random = random;
    }

    /** What to send to which address. */
    public record Question(String address, List<String> headers) {}

    /** Nine in ten were asked lately. */
    public Question next() {
        if (asked.size() > 60) {
            asked.subList(0, 20).clear();
        }
        if (asked.size() < 20 || random.nextInt(10) == 0) {
            asked.add(new Question(another(), headers()));
        }
        return asked.get(random.nextInt(asked.size()));
    }

    /** The page after one that was asked for will be asked for too. */
    public void follow(Question question, String next) {
        asked.add(new Question(next, question.headers()));
    }

    private List<String> headers() {
        var headers = new ArrayList<String>();
        var language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        if (!language.isEmpty()) {
            Collections.addAll(headers, "Accept-Language", language);
        }
        if (random.nextInt(3) == 0) {
            Collections.addAll(headers, "Accept-Encoding", "gzip");
        }
        return headers;
    }

    private String another() {
        return "/v1/"
                + switch (random.nextInt(20)) {
                    case 0 -> "brands?limit=" + (1 + random.nextInt(3)) + "&include=total";
                    case 1 -> "brands/" + editor.any(editor.brands);
                    case 2 -> "models?limit=3" + of("brand", editor.brands);
                    case 3 -> "models/" + editor.any(editor.models);
                    case 4 ->
                        "collaborators?limit=4&include=total" + of("brand", editor.brands) + of("model", editor.models);
                    case 5 ->
                        "collaborations?limit=2&include=total" + of("collaborator", editor.collaborators)
                                + of("brand", editor.brands)
                                + one("&stage=confirmed,teased", "&strongestRumor=report", "&sort=updated");
                    case 6 -> "collaborations/" + editor.any(editor.collaborations);
                    case 7 ->
                        "colorways?limit=3" + one("&sort=-updated", "&strongestRumor=official")
                                + of("brand", editor.brands) + of("collaborator", editor.collaborators) + color();
                    case 8 -> "colorways/" + editor.any(editor.colorways);
                    case 9 -> "sources/" + editor.any(editor.sources);
                    case 10 ->
                        "releases/" + editor.any(editor.releases) + (random.nextBoolean() ? "?include=rumors" : "");
                    case 11 ->
                        "releases/" + editor.any(editor.releases) + "/"
                                + List.of("rumors", "history", "forecast").get(random.nextInt(3));
                    case 12 ->
                        "search?q="
                                + List.of("etonic", "stable", "club", "boston").get(random.nextInt(4)) + zone();
                    case 13 -> "rumors/" + editor.any(editor.rumors);
                    case 14 -> "releases?asOf=2026-11-1" + random.nextInt(10) + of("brand", editor.brands);
                    case 15, 16 -> "releases?limit=3&sort=" + SORTS.get(random.nextInt(SORTS.size())) + narrowed();
                    default -> "releases/upcoming?limit=" + (1 + random.nextInt(4)) + narrowed();
                };
    }

    private String narrowed() {
        return of("brand", editor.brands)
                + of("model", editor.models)
                + of("collaborator", editor.collaborators)
                + of("collaboration", editor.collaborations)
                + of("colorway", editor.colorways)
                + of("source", editor.sources)
                + color()
                + zone()
                + one(
                        "&region=US",
                        "&status=confirmed,delayed",
                        "&group=overdue",
                        "&stage=teased",
                        "&minConfidence=0.3",
                        "&strongestRumor=official,sighting",
                        "&from=2026-12-01&match=likely",
                        "&updatedSince=2026-11-20T00:00:00Z",
                        "&include=rumors,total",
                        "&from=2026-11-01&to=2026-12-31",
                        "&kind=collaboration");
    }

    private String color() {
        return random.nextInt(6) == 0
                ? "&color=" + editor.any(RandomEditor.COLORS).replace(" ", "%20")
                : "";
    }

    private String zone() {
        return one("&tz=America/Los_Angeles", "&tz=Asia/Tokyo");
    }

    private String of(String parameter, List<String> slugs) {
        return switch (random.nextInt(6)) {
            case 0 -> "&" + parameter + "=" + editor.any(slugs);
            case 1 -> random.nextInt(4) == 0 ? "&" + parameter + "=" + editor.any(slugs) + "," + editor.any(slugs) : "";
            default -> "";
        };
    }

    /** One of them, or mostly none. */
    private String one(String... all) {
        int which = random.nextInt(all.length * 3);
        return which < all.length ? all[which] : "";
    }
}
