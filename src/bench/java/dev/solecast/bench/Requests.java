package dev.solecast.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes requests of people to a service with a catalogue, always in the same order. */
final class Requests {

    static final String UPCOMING = "/v1/releases/upcoming";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_PAGES = 1_500;

    private final Service service;
    private final Random random = new Random(1906);

    Requests(Service service) {
        this.service = service;
    }

    /** The first page of upcoming releases of each brand. */
    List<BenchRequest> upcomingByBrand() {
        return Names.BRANDS.stream()
                .map(brand -> BenchRequest.of(UPCOMING + "?brand=" + Names.slug(brand)))
                .toList();
    }

    BenchRequest upcomingConditional() {
        return new BenchRequest(
                UPCOMING,
                service.getPatiently(UPCOMING).headers().firstValue("etag").orElseThrow());
    }

    /** Distinct pages of 11 to 30 releases, 20 on average, from distinct cursors: no page is requested twice. */
    List<BenchRequest> pages() {
        return pages("date");
    }

    /** Such pages in another order. */
    List<BenchRequest> otherPages() {
        return pages("updated");
    }

    private List<BenchRequest> pages(String sort) {
        var cursors = new ArrayList<>(cursors(sort));
        cursors.addAll(cursors("-" + sort));
        return shuffled(IntStream.rangeClosed(11, 30)
                .boxed()
                .flatMap(pageSize -> cursors.stream()
                        .map(cursor -> BenchRequest.of(cursor.replace("limit=100", "limit=" + pageSize))))
                .toList());
    }

    private List<String> cursors(String sort) {
        var cursors = new ArrayList<String>();
        var next = read("/v1/releases?limit=100&sort=" + sort).path("next");
        while (!next.isNull() && cursors.size() < MAX_PAGES) {
            cursors.add(next.asText());
            next = read(next.asText()).path("next");
        }
        return cursors;
    }

    /** The slugs of all releases, each once, read in pages of 100. */
    List<String> releases(int limit) {
        return slugs("/v1/releases?limit=100&sort=-updated", limit);
    }

    /** The slugs of releases with the status rumored. */
    List<String> rumored(int limit) {
        return slugs("/v1/releases?limit=100&sort=-updated&status=rumored", limit);
    }

    private List<String> slugs(String first, int limit) {
        var slugs = new ArrayList<String>();
        String path = first;
        while (slugs.size() < limit) {
            var page = read(path);
            page.path("items").forEach(item -> slugs.add(item.path("slug").asText()));
            if (page.path("next").isNull()) {
                break;
            }
            path = page.path("next").asText();
        }
        return shuffled(slugs);
    }

    static List<BenchRequest> details(List<String> releases) {
        return releases.stream()
                .map(slug -> BenchRequest.of("/v1/releases/" + slug))
                .toList();
    }

    /** The same releases in another time zone, which are other requests to the cache. */
    static List<BenchRequest> detailsInTokyo(List<String> releases) {
        return releases.stream()
                .map(slug -> BenchRequest.of("/v1/releases/" + slug + "?tz=Asia/Tokyo"))
                .toList();
    }

    /** 70 % first page of upcoming, 15 % by brand, 10 % one release of 1,000, 5 % conditional. */
    List<BenchRequest> mixed(List<String> releases) {
        var byBrand = upcomingByBrand();
        var details = details(releases.subList(0, Math.min(1_000, releases.size())));
        var conditional = upcomingConditional();
        return IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    int kind = random.nextInt(100);
                    return kind < 70
                            ? BenchRequest.of(UPCOMING)
                            : kind < 85
                                    ? byBrand.get(random.nextInt(byBrand.size()))
                                    : kind < 95 ? details.get(random.nextInt(details.size())) : conditional;
                })
                .toList();
    }

    /** The requests of a search field while people type the names of shoes. */
    List<BenchRequest> typed(int shoes) {
        var benchRequests = new ArrayList<BenchRequest>();
        for (int i = 0; i < shoes; i++) {
            String name = Names.BRANDS.get(random.nextInt(Names.BRANDS.size())) + " "
                    + Names.MODELS.get(random.nextInt(Names.MODELS.size())) + " " + (100 + random.nextInt(300));
            for (int length = 2; length <= name.length(); length++) {
                benchRequests.add(BenchRequest.of("/v1/search?limit=10&q="
                        + name.substring(0, length).replace("&", "%26").replace(" ", "%20")));
            }
        }
        return benchRequests;
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(service.getPatiently(path).body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private <T> List<T> shuffled(List<T> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
