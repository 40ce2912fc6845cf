package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;
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

/** How long one core takes for a much discussed release; fifty rumors must stay below a millisecond. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForecastBenchmark {
    private static final LocalDate BEGINS = LocalDate.of(2027, 1, 1);

    private final LocalDate today = BEGINS.plusDays(60);
    private final List<Evidence> rumors =
            IntStream.range(0, 50).mapToObj(ForecastBenchmark::rumor).toList();
    private final DateDistribution stored = believed();

    private static Evidence rumor(int i) {
        LocalDate said = BEGINS.plusDays(i);
        String window = i % 5 == 0 ? null : i % 2 == 0 ? "2027-06" : "2027-05-" + (10 + i % 20);
        return new Evidence(
                i,
                "source-" + i,
                Kind.values()[i % Kind.values().length],
                said,
                said,
                window == null ? null : Window.parse(window),
                false,
                null,
                null);
    }

    private DateDistribution believed() {
        Assessment judgement = ForecastMethod.judge(rumors, Records.NONE, today);
        if (judgement == null) {
            throw new IllegalStateException("fifty rumors say something");
        }
        return judgement.belief();
    }

    @Benchmark
    public @Nullable Forecast fiftyRumors() {
        return ForecastMethod.forecast(rumors, Records.NONE, today);
    }

    @Benchmark
    public double aStoredForecastOnALaterDay() {
        return stored.on(today.plusDays(30)).happens();
    }
}
