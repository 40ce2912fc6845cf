package dev.solecast.exchange.importing;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated catalog of any size, always the same: eight colorways per model, one release each, three rumors per
 * release, all of one brand.
 */
final class ManyLines {

    private static final int COLORWAYS = 8;
    private static final List<String> COLORS =
            List.of("black", "white", "red", "navy", "grey", "green", "sail", "volt");
    private static final List<String> KINDS = List.of("report", "teaser", "speculation", "official");

    private final String brand;
    private final int models;

    /**
     * @param brand its slug, which starts all others
     */
    ManyLines(String brand, int models) {
        this.brand = brand;
        this.models = models;
    }

    /** The number of lines. */
    int count() {
        return 11 + models * (1 + COLORWAYS * 5);
    }

    int releases() {
        return models * COLORWAYS;
    }

    /** Lines with line ends, in the order of an export. */
    Iterator<byte[]> bytes() {
        return lines().map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .iterator();
    }

    Stream<String> lines() {
        var sources = IntStream.range(0, 10)
                .mapToObj(i ->
                        "{\"type\": \"source\", \"slug\": \"%s-voice-%d\", \"name\": \"Voice %d\", \"kind\": \"leaker\"}"
                                .formatted(brand, i, i));
        var maker =
                Stream.of("{\"type\": \"brand\", \"slug\": \"%s\", \"name\": \"Maker %s\"}".formatted(brand, brand));
        var models = IntStream.range(0, this.models)
                .mapToObj(i -> "{\"type\": \"model\", \"slug\": \"%s-%d\", \"brand\": \"%s\", \"name\": \"Runner %d\"}"
                        .formatted(brand, i, brand, i));
        return Stream.of(
                        sources,
                        maker,
                        models,
                        shoes().map(this::colorway),
                        shoes().map(this::release),
                        shoes().flatMap(this::rumors))
                .flatMap(lines -> lines);
    }

    /** The number of each colorway and of its release. */
    private Stream<Integer> shoes() {
        return IntStream.range(0, models * COLORWAYS).boxed();
    }

    private String colorway(int shoe) {
        return "{\"type\": \"colorway\", \"slug\": \"%1$s-%2$d-%4$s\", \"model\": \"%1$s-%2$d\", \"styleCode\": \"%1$s%3$d\", \"colors\": [{\"name\": \"%4$s\"}]}"
                .formatted(brand, shoe / COLORWAYS, shoe, color(shoe));
    }

    private String release(int shoe) {
        return "{\"type\": \"release\", \"slug\": \"%1$s-drop-%3$d\", \"model\": \"%1$s-%2$d\", \"colorway\": \"%1$s-%2$d-%4$s\", \"region\": \"US\"}"
                .formatted(brand, shoe / COLORWAYS, shoe, color(shoe));
    }

    private Stream<String> rumors(int shoe) {
        var chance = new Random(shoe);
        return IntStream.range(0, 3)
                .mapToObj(i ->
                        "{\"type\": \"rumor\", \"release\": \"%s-drop-%d\", \"source\": \"%s-voice-%d\", \"kind\": \"%s\", \"saidOn\": \"2026-0%d\", \"window\": \"2027-%02d\", \"url\": \"https://voices.example/%d/%d\"}"
                                .formatted(
                                        brand,
                                        shoe,
                                        brand,
                                        chance.nextInt(10),
                                        KINDS.get(chance.nextInt(KINDS.size())),
                                        1 + chance.nextInt(9),
                                        1 + chance.nextInt(12),
                                        shoe,
                                        i));
    }

    private static String color(int shoe) {
        return COLORS.get(shoe % COLORWAYS);
    }
}
