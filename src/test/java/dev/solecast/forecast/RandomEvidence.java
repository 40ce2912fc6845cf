package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random rumors about one release, from a seed: some have dates, some copy, cancel or are retracted. */
record RandomEvidence(Random random, LocalDate begins, List<Evidence> rumors) {
    private static final List<String> SOURCES =
            List.of("new-balance", "kith", "sole-retriever", "hypebeast", "py-rates", "forum", "nice-kicks");

    static Stream<RandomEvidence> cases() {
        return IntStream.range(0, 150).mapToObj(RandomEvidence::draw);
    }

    private static RandomEvidence draw(int seed) {
        Random random = new Random(seed);
        LocalDate begins = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        RandomEvidence generated = new RandomEvidence(random, begins, new ArrayList<>());
        int count = 1 + random.nextInt(8);
        for (int id = 1; id <= count; id++) {
            generated.rumors.add(generated.rumor(id, begins.plusDays(random.nextInt(120))));
        }
        return generated;
    }

    private Evidence rumor(long id, LocalDate said) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        String origin = random.nextInt(5) == 0 ? SOURCES.get(random.nextInt(SOURCES.size())) : null;
        LocalDate retracted = random.nextInt(8) == 0 ? said.plusDays(random.nextInt(60)) : null;
        boolean cancels = random.nextInt(12) == 0;
        Window window = cancels ? null : window(said);
        return new Evidence(id, source, kind(), said, said, window, cancels, origin, retracted);
    }

    Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    @Nullable
    Window window(LocalDate said) {
        LocalDate day = said.plusDays(random.nextInt(200) - 10L);
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> Window.parse(day.toString().substring(0, 7));
            case 2 -> Window.parse(String.valueOf(day.getYear()));
            case 3 -> Window.parse(day + "/..");
            case 4 -> Window.parse("../" + day);
            default -> Window.parse(day.toString());
        };
    }

    /** The day of the last rumor. */
    LocalDate ends() {
        return rumors.stream().map(Evidence::saidOn).max(LocalDate::compareTo).orElseThrow();
    }

    @Nullable
    Forecast forecast(LocalDate today) {
        return ForecastMethod.forecast(rumors, Records.NONE, today);
    }
}
