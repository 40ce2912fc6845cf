package dev.solecast.cache;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes whatever comes to its mind into a small catalogue of its own, by all that the API allows. */
public final class RandomEditor {

    static final List<String> COLORS = List.of("pink", "grey", "sea salt");

    private static final List<String> WINDOWS =
            List.of("2026-11-23", "2026-11", "2027", "2027-03", "2027-21", "2026-12-01/2027-01-15", "2026-10-30");
    private static final List<String> KINDS = List.of("report", "speculation", "sighting", "official");
    private static final List<String> STAGES = List.of("\"teased\"", "\"confirmed\"", "null");
    private static final Pattern ID = Pattern.compile("\"id\": ?(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;
    private final Random random;

    private URI service;

    final List<String> brands = new ArrayList<>();
    final List<String> models = new ArrayList<>();
    final List<String> collaborators = new ArrayList<>();
    final List<String> collaborations = new ArrayList<>();
    final List<String> colorways = new ArrayList<>();
    final List<String> sources = new ArrayList<>();
    final List<String> releases = new ArrayList<>();
    final List<String> rumors = new ArrayList<>();

    // One for all editors, for they write into one catalogue.
    private static int number;
    private int written;

    /** An editor with a key, and two dozen entries. */
    public RandomEditor(URI service, String key, Random random) throws Exception {
        this.service = service;
        this.key = key;
        this.random = random;
        for (int i = 0; i < 3; i++) {
            add("brands", brands, "\"name\": \"Etonic %d\"".formatted(i));
            add("sources", sources, "\"name\": \"Runner's Gazette %d\", \"kind\": \"publication\"".formatted(i));
            add("collaborators", collaborators, "\"name\": \"Club %d\", \"kind\": \"shop\"".formatted(i));
        }
        for (int i = 0; i < 24; i++) {
            grow();
        }
    }

    /** How many writes were carried out. */
    public int written() {
        return written;
    }

    /** Goes on at another node. */
    public void moveTo(URI service) {
        this.service = service;
    }

    /** One more of something. */
    private void grow() throws Exception {
        if (models.size() < 4) {
            add("models", models, "\"brand\": \"%s\", \"name\": \"Stable %d\"".formatted(any(brands), number));
        } else if (collaborations.size() < 3) {
            add(
                    "collaborations",
                    collaborations,
                    "\"brand\": \"%s\", \"model\": %s, \"collaborators\": [\"%s\"]"
                            .formatted(
                                    any(brands),
                                    random.nextBoolean() ? "null" : quoted(any(models)),
                                    any(collaborators)));
        } else if (colorways.size() < 6) {
            add(
                    "colorways",
                    colorways,
                    "\"model\": \"%s\", \"collaboration\": %s, \"colors\": [{\"name\": \"%s\"}]"
                            .formatted(any(models), maybe(collaborations), any(COLORS)));
        } else {
            add(
                    "releases",
                    releases,
                    "\"model\": \"%s\", \"region\": \"WW\", \"colorway\": %s, \"collaboration\": %s"
                            .formatted(any(models), maybe(colorways), maybe(collaborations)));
        }
    }

    /** One write of whatever kind, which may be refused. */
    public void act() throws Exception {
        number++;
        switch (random.nextInt(24)) {
            case 0, 1 -> grow();
            case 2 -> patch("brands", brands, "\"home\": \"Boston %d\"".formatted(number));
            case 3 -> rename("brands", brands);
            case 4 -> patch("models", models, "\"category\": \"running %d\"".formatted(number));
            case 5 -> moveToAnotherBrand();
            case 6 -> rename("models", models);
            case 7 -> patch("collaborators", collaborators, "\"name\": \"Club %d\"".formatted(number));
            case 8 -> rename("collaborators", collaborators);
            case 9 ->
                patch("collaborations", collaborations, "\"collaborators\": [\"%s\"]".formatted(any(collaborators)));
            case 10 ->
                patch(
                        "collaborations",
                        collaborations,
                        "\"stage\": %s, \"stageReason\": \"Seen in the shop\"".formatted(any(STAGES)));
            case 11 -> patch("colorways", colorways, "\"colors\": [{\"name\": \"%s\"}]".formatted(any(COLORS)));
            case 12 -> patch("colorways", colorways, "\"collaboration\": " + maybe(collaborations));
            case 13 -> patch("releases", releases, "\"region\": \"%s\"".formatted(random.nextBoolean() ? "US" : "WW"));
            case 14 -> patch("releases", releases, "\"model\": \"%s\", \"colorway\": null".formatted(any(models)));
            case 15 ->
                patch(
                        "releases",
                        releases,
                        "\"colorway\": %s, \"collaboration\": %s".formatted(maybe(colorways), maybe(collaborations)));
            case 16 -> changeStatus();
            case 17 -> may("POST", "rumors/" + any(rumors) + "/retraction", "\"reason\": \"Misheard\"", sent -> true);
            case 18 ->
                may(
                        "POST",
                        "rumors/" + any(rumors) + "/redaction",
                        "\"fields\": [\"statement\"], \"reason\": \"Asked by the one it names\"",
                        sent -> true);
            case 19 -> patch("sources", sources, "\"name\": \"Gazette %d\"".formatted(number));
            case 20 -> delete();
            default -> addRumor();
        }
    }

    /** A new model with a release; one with colorways stays where it is. */
    private void moveToAnotherBrand() throws Exception {
        add("models", models, "\"brand\": \"%s\", \"name\": \"Trans Am %d\"".formatted(any(brands), number));
        add("releases", releases, "\"model\": \"%s\", \"region\": \"WW\"".formatted(models.getLast()));
        patch("models", List.of(models.getLast()), "\"brand\": \"%s\"".formatted(any(brands)));
    }

    private void addRumor() throws Exception {
        may(
                "POST",
                "releases/" + any(releases) + "/rumors",
                "\"source\": \"%s\", \"kind\": \"%s\", \"saidOn\": \"2026-11-%02d\", \"window\": \"%s\", \"statement\": \"Heard %d\""
                        .formatted(any(sources), any(KINDS), 1 + random.nextInt(20), any(WINDOWS), number),
                sent -> {
                    var id = ID.matcher(sent);
                    return id.find() && rumors.add(id.group(1));
                });
    }

    private void changeStatus() throws Exception {
        var status = any(List.of("confirmed", "delayed", "cancelled", "rumored", "released"));
        may(
                "POST",
                "releases/" + any(releases) + "/status",
                "\"status\": \"%s\", \"reason\": \"As told by the brand\"%s"
                        .formatted(status, status.equals("released") ? ", \"day\": \"2026-11-21\"" : ""),
                sent -> true);
    }

    private void delete() throws Exception {
        var all = random.nextBoolean() ? releases : colorways;
        var slug = any(all);
        may("DELETE", (all == releases ? "releases/" : "colorways/") + slug, null, sent -> all.remove(slug));
    }

    private void add(String list, List<String> all, String fields) throws Exception {
        var slug = "etonic-" + list + "-" + ++number;
        may("POST", list, "\"slug\": \"%s\", %s".formatted(slug, fields), sent -> all.add(slug));
    }

    private void patch(String list, List<String> all, String fields) throws Exception {
        may("PATCH", list + "/" + any(all), fields, sent -> true);
    }

    private void rename(String list, List<String> all) throws Exception {
        var slug = any(all);
        var other = slug.replaceFirst("-\\d+$", "-" + number);
        may(
                "PATCH",
                list + "/" + slug,
                "\"slug\": \"%s\"".formatted(other),
                sent -> all.remove(slug) && all.add(other));
    }

    String any(List<String> all) {
        return all.isEmpty() ? "none" : all.get(random.nextInt(all.size()));
    }

    private String maybe(List<String> all) {
        return random.nextBoolean() ? "null" : quoted(any(all));
    }

    private static String quoted(String slug) {
        return "\"" + slug + "\"";
    }

    /** Does what follows from it, if it was carried out; most of what is refused does not fit together. */
    private void may(String method, String path, String fields, Predicate<String> then)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/v1/" + path))
                .method(method, fields == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{" + fields + "}"))
                .header("X-API-Key", key)
                .header("If-Match", "*")
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new AssertionError(method + " " + path + " " + fields + ": " + answer.body());
        } else if (answer.statusCode() < 300) {
            written++;
            then.test(answer.body());
        }
    }
}
