package dev.solecast.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What people ask a service with a catalogue for, in an order that is always the same. */
final class Requests {

    static final String UPCOMING = "/v1/releases/upcoming";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 1_500;

    private final Service service;
    private final Random random = new Random(1906);

    Requests(Service service) {
        this.service = service;
    }

    /** The first page of upcoming releases of each brand. */
    List<Ask> upcomingByBrand() {
        return Words.BRANDS.stream()
                .map(brand -> Ask.of(UPCOMING + "?brand=" + Words.slug(brand)))
                .toList();
    }

    Ask upcomingAgain() {
        return new Ask(
                UPCOMING,
                service.getPatiently(UPCOMING).headers().firstValue("etag").orElseThrow());
    }

    /** Distinct pages of 11 to 30 releases, 20 on average, that begin where nobody has asked: no page is asked for twice. */
    List<Ask> pages() {
        return pages("date");
    }

    /** Such pages in another order. */
    List<Ask> otherPages() {
        return pages("updated");
    }

    private List<Ask> pages(String sort) {
        var cursors = new ArrayList<>(cursors(sort));
        cursors.addAll(cursors("-" + sort));
        return shuffled(IntStream.rangeClosed(11, 30)
                .boxed()
                .flatMap(limit -> cursors.stream().map(cursor -> Ask.of(cursor.replace("limit=100", "limit=" + limit))))
                .toList());
    }

    private List<String> cursors(String sort) {
        var cursors = new ArrayList<String>();
        var next = read("/v1/releases?limit=100&sort=" + sort).path("next");
        while (!next.isNull() && cursors.size() < MOST_PAGES) {
            cursors.add(next.asText());
            next = read(next.asText()).path("next");
        }
        return cursors;
    }

    /** Every release that the walk over all pages of 100 meets, each once. */
    List<String> releases(int most) {
        return slugs("/v1/releases?limit=100&sort=-updated", most);
    }

    /** Those that rumors are about. */
    List<String> awaited(int most) {
        return slugs("/v1/releases?limit=100&sort=-updated&status=rumored", most);
    }

    private List<String> slugs(String first, int most) {
        var slugs = new ArrayList<String>();
        String path = first;
        while (slugs.size() < most) {
            var page = read(path);
            page.path("items").forEach(item -> slugs.add(item.path("slug").asText()));
            if (page.path("next").isNull()) {
                break;
            }
            path = page.path("next").asText();
        }
        return shuffled(slugs);
    }

    static List<Ask> details(List<String> releases) {
        return releases.stream().map(slug -> Ask.of("/v1/releases/" + slug)).toList();
    }

    /** The same as seen from there, which are other requests. */
    static List<Ask> detailsInTokyo(List<String> releases) {
        return releases.stream()
                .map(slug -> Ask.of("/v1/releases/" + slug + "?tz=Asia/Tokyo"))
                .toList();
    }

    /** 70 % first page of upcoming, 15 % by brand, 10 % one release of 1,000, 5 % conditional. */
    List<Ask> mixed(List<String> releases) {
        var byBrand = upcomingByBrand();
        var details = details(releases.subList(0, Math.min(1_000, releases.size())));
        var again = upcomingAgain();
        return IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    int kind = random.nextInt(100);
                    return kind < 70
                            ? Ask.of(UPCOMING)
                            : kind < 85
                                    ? byBrand.get(random.nextInt(byBrand.size()))
                                    : kind < 95 ? details.get(random.nextInt(details.size())) : again;
                })
                .toList();
    }

    /** What a search field sends while people type the names of shoes. */
    List<Ask> typed(int shoes) {
        var asks = new ArrayList<Ask>();
        for (int i = 0; i < shoes; i++) {
            String name = Words.BRANDS.get(random.nextInt(Words.BRANDS.size())) + " "
                    + Words.MODELS.get(random.nextInt(Words.MODELS.size())) + " " + (100 + random.nextInt(300));
            for (int length = 2; length <= name.length(); length++) {
                asks.add(Ask.of("/v1/search?limit=10&q="
                        + name.substring(0, length).replace("&", "%26").replace(" ", "%20")));
            }
        }
        return asks;
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
