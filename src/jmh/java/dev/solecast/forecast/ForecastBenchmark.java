package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the time of one core for a release with fifty rumors, which must stay below a millisecond. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForecastBenchmark {
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);

    private final LocalDate today = FIRST_DAY.plusDays(60);
    private final List<Evidence> rumors =
            IntStream.range(0, 50).mapToObj(ForecastBenchmark::rumor).toList();
    private final Assessment stored = assessed();

    private static Evidence rumor(int i) {
        LocalDate saidOn = FIRST_DAY.plusDays(i);
        String window = i % 5 == 0 ? null : i % 2 == 0 ? "2027-06" : "2027-05-" + (10 + i % 20);
        return new Evidence(
                i,
                "source-" + i,
                Kind.values()[i % Kind.values().length],
                saidOn,
                saidOn,
                window == null ? null : Window.parse(window),
                false,
                null,
                null);
    }

    private Assessment assessed() {
        return Objects.requireNonNull(ForecastMethod.assess(rumors, Records.NONE, today), "fifty rumors");
    }

    @Benchmark
    public @Nullable Forecast fiftyRumors() {
        return ForecastMethod.forecast(rumors, Records.NONE, today);
    }

    @Benchmark
    public double storedForecastOnALaterDay() {
        return stored.on(today.plusDays(30)).happens();
    }
}
