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

/** Writes at random into a small catalogue of its own, by every kind of write that the API has. */
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

    // Shared by all editors, because they write into one catalogue.
    private static int counter;
    private int written;

    /** Adds nine brands, sources and collaborators and two dozen other entries. */
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
            addEntry();
        }
    }

    /** The number of writes that were accepted. */
    public int written() {
        return written;
    }

    /** Sends further writes to another node. */
    public void moveTo(URI service) {
        this.service = service;
    }

    private void addEntry() throws Exception {
        if (models.size() < 4) {
            add("models", models, "\"brand\": \"%s\", \"name\": \"Stable %d\"".formatted(any(brands), counter));
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
                            .formatted(any(models), anyOrNull(collaborations), any(COLORS)));
        } else {
            add(
                    "releases",
                    releases,
                    "\"model\": \"%s\", \"region\": \"WW\", \"colorway\": %s, \"collaboration\": %s"
                            .formatted(any(models), anyOrNull(colorways), anyOrNull(collaborations)));
        }
    }

    /** Sends one random write, which may be refused. */
    public void act() throws Exception {
        counter++;
        switch (random.nextInt(24)) {
            case 0, 1 -> addEntry();
            case 2 -> patch("brands", brands, "\"home\": \"Boston %d\"".formatted(counter));
            case 3 -> rename("brands", brands);
            case 4 -> patch("models", models, "\"category\": \"running %d\"".formatted(counter));
            case 5 -> moveToAnotherBrand();
            case 6 -> rename("models", models);
            case 7 -> patch("collaborators", collaborators, "\"name\": \"Club %d\"".formatted(counter));
            case 8 -> rename("collaborators", collaborators);
            case 9 ->
                patch("collaborations", collaborations, "\"collaborators\": [\"%s\"]".formatted(any(collaborators)));
            case 10 ->
                patch(
                        "collaborations",
                        collaborations,
                        "\"stage\": %s, \"stageReason\": \"Seen in the shop\"".formatted(any(STAGES)));
            case 11 -> patch("colorways", colorways, "\"colors\": [{\"name\": \"%s\"}]".formatted(any(COLORS)));
            case 12 -> patch("colorways", colorways, "\"collaboration\": " + anyOrNull(collaborations));
            case 13 -> patch("releases", releases, "\"region\": \"%s\"".formatted(random.nextBoolean() ? "US" : "WW"));
            case 14 -> patch("releases", releases, "\"model\": \"%s\", \"colorway\": null".formatted(any(models)));
            case 15 ->
                patch(
                        "releases",
                        releases,
                        "\"colorway\": %s, \"collaboration\": %s"
                                .formatted(anyOrNull(colorways), anyOrNull(collaborations)));
            case 16 -> changeStatus();
            case 17 ->
                tryWrite("POST", "rumors/" + any(rumors) + "/retraction", "\"reason\": \"Misheard\"", sent -> true);
            case 18 ->
                tryWrite(
                        "POST",
                        "rumors/" + any(rumors) + "/redaction",
                        "\"fields\": [\"statement\"], \"reason\": \"Asked by the one it names\"",
                        sent -> true);
            case 19 -> patch("sources", sources, "\"name\": \"Gazette %d\"".formatted(counter));
            case 20 -> delete();
            default -> addRumor();
        }
    }

    /** Adds a model with a release and moves it; a model with colorways cannot be moved. */
    private void moveToAnotherBrand() throws Exception {
        add("models", models, "\"brand\": \"%s\", \"name\": \"Trans Am %d\"".formatted(any(brands), counter));
        add("releases", releases, "\"model\": \"%s\", \"region\": \"WW\"".formatted(models.getLast()));
        patch("models", List.of(models.getLast()), "\"brand\": \"%s\"".formatted(any(brands)));
    }

    private void addRumor() throws Exception {
        tryWrite(
                "POST",
                "releases/" + any(releases) + "/rumors",
                "\"source\": \"%s\", \"kind\": \"%s\", \"saidOn\": \"2026-11-%02d\", \"window\": \"%s\", \"statement\": \"Heard %d\""
                        .formatted(any(sources), any(KINDS), 1 + random.nextInt(20), any(WINDOWS), counter),
                sent -> {
                    var id = ID.matcher(sent);
                    return id.find() && rumors.add(id.group(1));
                });
    }

    private void changeStatus() throws Exception {
        var status = any(List.of("confirmed", "delayed", "cancelled", "rumored", "released"));
        tryWrite(
                "POST",
                "releases/" + any(releases) + "/status",
                "\"status\": \"%s\", \"reason\": \"As told by the brand\"%s"
                        .formatted(status, status.equals("released") ? ", \"day\": \"2026-11-21\"" : ""),
                sent -> true);
    }

    private void delete() throws Exception {
        var all = random.nextBoolean() ? releases : colorways;
        var slug = any(all);
        tryWrite("DELETE", (all == releases ? "releases/" : "colorways/") + slug, null, sent -> all.remove(slug));
    }

    private void add(String list, List<String> all, String fields) throws Exception {
        var slug = "etonic-" + list + "-" + ++counter;
        tryWrite("POST", list, "\"slug\": \"%s\", %s".formatted(slug, fields), sent -> all.add(slug));
    }

    private void patch(String list, List<String> all, String fields) throws Exception {
        tryWrite("PATCH", list + "/" + any(all), fields, sent -> true);
    }

    private void rename(String list, List<String> all) throws Exception {
        var slug = any(all);
        var other = slug.replaceFirst("-\\d+$", "-" + counter);
        tryWrite(
                "PATCH",
                list + "/" + slug,
                "\"slug\": \"%s\"".formatted(other),
                sent -> all.remove(slug) && all.add(other));
    }

    String any(List<String> all) {
        return all.isEmpty() ? "none" : all.get(random.nextInt(all.size()));
    }

    private String anyOrNull(List<String> all) {
        return random.nextBoolean() ? "null" : quoted(any(all));
    }

    private static String quoted(String slug) {
        return "\"" + slug + "\"";
    }

    /**
     * Sends a write and runs {@code then} if it was accepted. Most refused writes combine entries that do not fit
     * together; only a status of 500 or more fails the test.
     */
    private void tryWrite(String method, String path, String fields, Predicate<String> then)
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
