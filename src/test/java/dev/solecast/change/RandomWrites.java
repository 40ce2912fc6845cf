package dev.solecast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Random writes about one brand, by editors who often write to the same release at the same time. */
public final class RandomWrites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WINDOWS =
            List.of("2027", "2027-03", "2027-21", "2027-04-17", "2027-XX", "2027/2028");
    private static final List<String> KINDS = List.of("report", "speculation", "sighting", "teaser");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final String key;
    private final String brand;
    private final List<String> models = new CopyOnWriteArrayList<>();
    private final List<String> releases = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();

    /**
     * Adds the brand with its sources, models and releases.
     *
     * @param key an editor's API key
     * @param brand a slug that is not in use
     */
    public RandomWrites(URI service, String key, String brand) throws Exception {
        this.service = service;
        this.key = key;
        this.brand = brand;
        write("POST", "/v1/brands", "{\"slug\": \"%s\", \"name\": \"%s\"}".formatted(brand, brand));
        write(
                "POST",
                "/v1/sources",
                "{\"slug\": \"%s-fans\", \"name\": \"Fans\", \"kind\": \"community\"}".formatted(brand));
        write(
                "POST",
                "/v1/sources",
                "{\"slug\": \"%s-press\", \"name\": \"Press\", \"kind\": \"publication\"}".formatted(brand));
        for (var each = 0; each < 3; each++) {
            addModel();
            addRelease(models.getLast());
        }
    }

    /** Writes as one editor while the condition holds. */
    public void work(long seed, BooleanSupplier needed) throws Exception {
        var random = new Random(seed);
        while (needed.getAsBoolean()) {
            act(random);
        }
    }

    /** The number of writes that were accepted. */
    public int written() {
        return written.get();
    }

    /** Sends one random write. */
    public void act(Random random) throws Exception {
        var model = any(models, random);
        var release = any(releases, random);
        switch (random.nextInt(12)) {
            case 0 -> addModel();
            case 1 -> addRelease(model);
            case 2 -> patch("models/" + model, "{\"category\": \"running %d\"}".formatted(random.nextInt(100)));
            case 3 ->
                patch(
                        "models/" + model,
                        "{\"aliases\": [\"A%d\", \"B%d\"], \"category\": null}"
                                .formatted(random.nextInt(9), random.nextInt(9)));
            case 4 -> rename(model);
            case 5 ->
                patch("releases/" + release, "{\"region\": \"%s\"}".formatted(random.nextBoolean() ? "US" : "EU"));
            case 6 -> changeStatus(release, random);
            case 7 -> delete(random);
            default -> addRumor(release, random);
        }
    }

    private void addModel() throws Exception {
        var slug = brand + "-" + number.incrementAndGet();
        write(
                "POST",
                "/v1/models",
                "{\"slug\": \"%s\", \"brand\": \"%s\", \"name\": \"No. %s\"}".formatted(slug, brand, slug));
        models.add(slug);
    }

    private void addRelease(String model) throws Exception {
        var slug = brand + "-drop-" + number.incrementAndGet();
        if (tryWrite(
                "POST",
                "/v1/releases",
                "{\"slug\": \"%s\", \"model\": \"%s\", \"region\": \"WW\"}".formatted(slug, model))) {
            releases.add(slug);
        }
    }

    private void rename(String model) throws Exception {
        var slug = brand + "-new-" + number.incrementAndGet();
        if (tryWrite("PATCH", "/v1/models/" + model, "{\"slug\": \"%s\"}".formatted(slug))) {
            models.add(slug);
            models.remove(model);
        }
    }

    private void patch(String path, String patch) throws Exception {
        tryWrite("PATCH", "/v1/" + path, patch);
    }

    private void changeStatus(String release, Random random) throws Exception {
        var status = List.of("confirmed", "delayed", "cancelled", "rumored").get(random.nextInt(4));
        tryWrite(
                "POST",
                "/v1/releases/" + release + "/status",
                "{\"status\": \"%s\", \"reason\": \"As told by the brand\"}".formatted(status));
    }

    private void addRumor(String release, Random random) throws Exception {
        var body =
                "{\"source\": \"%s-%s\", \"kind\": \"%s\", \"saidOn\": \"2026-0%d-1%d\", \"window\": \"%s\", \"statement\": \"Heard it %d times.\"}"
                        .formatted(
                                brand,
                                random.nextBoolean() ? "fans" : "press",
                                any(KINDS, random),
                                1 + random.nextInt(9),
                                random.nextInt(10),
                                any(WINDOWS, random),
                                number.incrementAndGet());
        tryWrite("POST", "/v1/releases/" + release + "/rumors", body);
    }

    private void delete(Random random) throws Exception {
        if (releases.size() > 6 && random.nextBoolean()) {
            var release = any(releases, random);
            if (tryWrite("DELETE", "/v1/releases/" + release, null)) {
                releases.remove(release);
            }
        } else if (models.size() > 6) {
            var model = any(models, random);
            if (tryWrite("DELETE", "/v1/models/" + model, null)) {
                models.remove(model);
            }
        }
    }

    private static <T> T any(List<T> list, Random random) {
        while (true) {
            try {
                return list.get(random.nextInt(Math.max(1, list.size())));
            } catch (IndexOutOfBoundsException e) {
                continue; // another editor has just removed one
            }
        }
    }

    private void write(String method, String path, String body) throws Exception {
        if (!tryWrite(method, path, body)) {
            throw new AssertionError(method + " " + path + " was refused");
        }
    }

    /** Whether the write was accepted; a conflict with another editor is not a failure. */
    private boolean tryWrite(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-API-Key", key)
                .header("If-Match", "*")
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
            written.incrementAndGet();
            return true;
        }
        JsonNode problem = JSON.readTree(answer.body());
        if (answer.statusCode() == 400 || answer.statusCode() == 500) {
            // A reference that another editor has just deleted is a 400 too; 503 is allowed, for a machine under load.
            if (!problem.path("detail").asText().matches("(?s).*(there is no|was deleted).*")) {
                throw new AssertionError(method + " " + path + " " + body + ": " + answer.body());
            }
        }
        return false;
    }
}
