package dev.solecast.drill;

import dev.solecast.bench.Names;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Paths of expensive requests, none of which is made twice. */
final class AttackRequests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);
    private static final String[] ZONES = {"Asia/Tokyo", "Europe/Paris", "America/New_York", "Australia/Sydney"};

    private final AtomicInteger next = new AtomicInteger();

    String asOf() {
        int i = next.incrementAndGet();
        var day = LAST_DAY.minusDays(i % 4_000);
        return switch (i % 3) {
            case 0 -> "/v1/releases?asOf=" + day;
            case 1 -> "/v1/releases/upcoming?asOf=" + day;
            default -> "/v1/releases?asOf=" + day + "&brand=" + brand(i);
        };
    }

    String calendarByBrand() {
        int i = next.incrementAndGet();
        return "/v1/calendar.ics?brand=" + brand(i) + "," + brand(i / 40 + 7) + "&tz=" + ZONES[i % ZONES.length];
    }

    String calendarOfEverything() {
        int i = next.incrementAndGet();
        return "/v1/calendar.ics?tz=" + ZONES[i % ZONES.length] + "&from=" + LAST_DAY.minusDays(i % 4_000);
    }

    String export() {
        return switch (next.incrementAndGet() % 3) {
            case 0 -> "/v1/exports/all?include=state";
            case 1 -> "/v1/exports/all";
            default -> "/v1/exports/releases?format=csv";
        };
    }

    String total() {
        int i = next.incrementAndGet();
        var day = LAST_DAY.minusDays(i % 4_000);
        return switch (i % 3) {
            case 0 -> "/v1/releases?include=total&from=" + day;
            case 1 -> "/v1/colorways?include=total&updatedSince=" + day + "T00:00:00Z";
            default -> "/v1/releases?include=total&color=grey,black&from=" + day + "&brand=" + brand(i);
        };
    }

    String feed() {
        int i = next.incrementAndGet();
        return (i % 2 == 0 ? "/v1/feed.atom" : "/v1/feed.json") + "?limit=100&before=" + (500_000 - 7 * i);
    }

    /** A hundred words of one letter are as many as the longest text of a search holds. */
    String search() {
        int i = next.incrementAndGet();
        return "/v1/search?q="
                + IntStream.range(0, 100)
                        .mapToObj(word -> Character.toString('a' + (i / (1 + word % 7) + word * 7) % 26))
                        .collect(Collectors.joining("%20"));
    }

    private static String brand(int i) {
        return Names.slug(Names.BRANDS.get(i % Names.BRANDS.size()));
    }
}
