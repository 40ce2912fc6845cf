package dev.solecast.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes random read requests about the entries of a {@link RandomEditor}, often repeating earlier ones. */
public final class RandomReader {

    private static final List<String> SORTS = List.of("date", "-date", "updated", "-updated", "likeliest");
    private static final List<String> LANGUAGES = List.of("", "de", "ja, en;q=0.5");

    private final RandomEditor editor;
    private final Random random;
    private final List<Question> asked = new ArrayList<>();

    public RandomReader(RandomEditor editor, Random random) {
        this.editor = editor;
        this.random = random;
    }

    /** A request: an address, and headers as names and values in turn. */
    public record Question(String address, List<String> headers) {}

    /** The next request; nine in ten are repetitions of recent ones. */
    public Question next() {
        if (asked.size() > 60) {
            asked.subList(0, 20).clear();
        }
        if (asked.size() < 20 || random.nextInt(10) == 0) {
            asked.add(new Question(newAddress(), headers()));
        }
        return asked.get(random.nextInt(asked.size()));
    }

    /** Adds the next page of a list to the requests that are made from now on. */
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

    private String newAddress() {
        return "/v1/"
                + switch (random.nextInt(20)) {
                    case 0 -> "brands?limit=" + (1 + random.nextInt(3)) + "&include=total";
                    case 1 -> "brands/" + editor.any(editor.brands);
                    case 2 -> "models?limit=3" + maybeFilter("brand", editor.brands);
                    case 3 -> "models/" + editor.any(editor.models);
                    case 4 ->
                        "collaborators?limit=4&include=total" + maybeFilter("brand", editor.brands)
                                + maybeFilter("model", editor.models);
                    case 5 ->
                        "collaborations?limit=2&include=total" + maybeFilter("collaborator", editor.collaborators)
                                + maybeFilter("brand", editor.brands)
                                + maybeOneOf("&stage=confirmed,teased", "&strongestRumor=report", "&sort=updated");
                    case 6 -> "collaborations/" + editor.any(editor.collaborations);
                    case 7 ->
                        "colorways?limit=3" + maybeOneOf("&sort=-updated", "&strongestRumor=official")
                                + maybeFilter("brand", editor.brands)
                                + maybeFilter("collaborator", editor.collaborators) + maybeColor();
                    case 8 -> "colorways/" + editor.any(editor.colorways);
                    case 9 -> "sources/" + editor.any(editor.sources);
                    case 10 ->
                        "releases/" + editor.any(editor.releases) + (random.nextBoolean() ? "?include=rumors" : "");
                    case 11 ->
                        "releases/" + editor.any(editor.releases) + "/"
                                + List.of("rumors", "history", "forecast").get(random.nextInt(3));
                    case 12 ->
                        "search?q="
                                + List.of("etonic", "stable", "club", "boston").get(random.nextInt(4)) + maybeZone();
                    case 13 -> "rumors/" + editor.any(editor.rumors);
                    case 14 -> "releases?asOf=2026-11-1" + random.nextInt(10) + maybeFilter("brand", editor.brands);
                    case 15, 16 -> "releases?limit=3&sort=" + SORTS.get(random.nextInt(SORTS.size())) + filters();
                    default -> "releases/upcoming?limit=" + (1 + random.nextInt(4)) + filters();
                };
    }

    private String filters() {
        return maybeFilter("brand", editor.brands)
                + maybeFilter("model", editor.models)
                + maybeFilter("collaborator", editor.collaborators)
                + maybeFilter("collaboration", editor.collaborations)
                + maybeFilter("colorway", editor.colorways)
                + maybeFilter("source", editor.sources)
                + maybeColor()
                + maybeZone()
                + maybeOneOf(
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

    private String maybeColor() {
        return random.nextInt(6) == 0
                ? "&color=" + editor.any(RandomEditor.COLORS).replace(" ", "%20")
                : "";
    }

    private String maybeZone() {
        return maybeOneOf("&tz=America/Los_Angeles", "&tz=Asia/Tokyo");
    }

    /** A filter with one slug or two, in about one of five cases; else an empty string. */
    private String maybeFilter(String parameter, List<String> slugs) {
        return switch (random.nextInt(6)) {
            case 0 -> "&" + parameter + "=" + editor.any(slugs);
            case 1 -> random.nextInt(4) == 0 ? "&" + parameter + "=" + editor.any(slugs) + "," + editor.any(slugs) : "";
            default -> "";
        };
    }

    /** One of the strings in a third of the cases, else an empty string. */
    private String maybeOneOf(String... all) {
        int which = random.nextInt(all.length * 3);
        return which < all.length ? all[which] : "";
    }
}
