package dev.solecast.forecast.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** {@code make evaluate}: prints the table; given a directory, writes it and the plots of the method's page there. */
public final class Evaluate {
    static final int HELD_OUT_SEEDS = 20;

    private Evaluate() {}

    public static void main(String[] args) throws IOException {
        StringBuilder text = new StringBuilder();
        Map<Family, List<Score>> scores = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            MethodComparison comparison = new MethodComparison(family, LongStream.rangeClosed(1, 10));
            List<Score> each = LongStream.range(0, HELD_OUT_SEEDS)
                    .mapToObj(i -> comparison.in(SimulatedWorld.drawn(family, 101 + i)))
                    .toList();
            scores.put(family, each);
            text.append(new FamilyReport(family, each).text());
        }
        text.append(MovedDates.text());
        System.out.print(text);
        if (args.length > 0) {
            Path directory = Path.of(args[0]);
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("results.txt"), text);
            for (Family family : Family.values()) {
                Score sum = Score.sum(scores.getOrDefault(family, List.of()));
                String name = family.name().toLowerCase(Locale.ROOT);
                Files.writeString(directory.resolve("error-" + name + ".svg"), Plot.errorByLead(sum));
                Files.writeString(directory.resolve("calibration-" + name + ".svg"), Plot.calibration(sum.evenSteps));
            }
        }
    }
}
