package dev.solecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.solecast.date.Window;
import dev.solecast.forecast.Forecast.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of all forecasts, tested on random evidence. */
class ForecastPropertiesTest {

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void chancesSumToHappensAndWithUnresolvedToOne(RandomEvidence evidence) {
        for (int later : new int[] {0, 1, 40, 400, 3000}) {
            Forecast forecast = evidence.forecast(evidence.ends().plusDays(later));
            if (forecast != null) {
                double sum = forecast.days().stream().mapToDouble(Day::chance).sum();
                assertThat(sum).isCloseTo(forecast.happens(), within(1e-9)).isBetween(0.0, 1.0);
                assertThat(sum + forecast.unresolved()).isCloseTo(1, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void noChanceLiesBeforeToday(RandomEvidence evidence) {
        LocalDate today = evidence.ends().plusDays(25);
        Forecast forecast = evidence.forecast(today);
        if (forecast != null) {
            assertThat(forecast.days()).allSatisfy(day -> {
                assertThat(day.date()).isBetween(today, today.plusDays(729));
                assertThat(day.chance()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void declaredCopyChangesNothing(RandomEvidence evidence) {
        Forecast before = evidence.forecast(evidence.ends());
        Set<String> sources = evidence.rumors().stream()
                .filter(rumor -> rumor.isUnretractedOn(evidence.ends()) && !rumor.declaredCopy())
                .map(Evidence::source)
                .collect(Collectors.toSet());
        for (String origin : sources) {
            List<Evidence> more = new ArrayList<>(evidence.rumors());
            more.add(new Evidence(
                    99,
                    "echo",
                    Kind.REPORT,
                    evidence.ends(),
                    evidence.ends(),
                    evidence.window(evidence.ends()),
                    false,
                    origin,
                    null));

            assertSame(ForecastMethod.forecast(more, Records.NONE, evidence.ends()), before);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void agreeingIndependentSourceLowersNoChance(RandomEvidence evidence) {
        LocalDate today = evidence.ends();
        Forecast before = evidence.forecast(today);
        LocalDate first = evidence.rumors().stream()
                .filter(rumor -> rumor.isUnretractedOn(today))
                .map(Evidence::saidOn)
                .min(LocalDate::compareTo)
                .orElse(today);
        Evidence further =
                new Evidence(99, "further", evidence.kind(), first, first, evidence.window(today), false, null, null);
        List<Evidence> more = new ArrayList<>(evidence.rumors());
        more.add(further);
        Forecast alone = Objects.requireNonNull(ForecastMethod.forecast(List.of(further), Records.NONE, today));
        Forecast after = Objects.requireNonNull(ForecastMethod.forecast(more, Records.NONE, today));
        if (before == null || newest(evidence, today).isBefore(today) || onlyCancelled(evidence, today)) {
            return;
        }
        for (int start = 0; start < 300; start += 20) {
            LocalDate from = today.plusDays(start);
            LocalDate to = from.plusDays(29);
            if (alone.chanceBetween(from, to) / alone.happens() >= before.chanceBetween(from, to) / before.happens()) {
                assertThat(after.chanceBetween(from, to)).isGreaterThanOrEqualTo(before.chanceBetween(from, to) - 1e-6);
            }
        }
    }

    private static LocalDate newest(RandomEvidence evidence, LocalDate today) {
        return evidence.rumors().stream()
                .filter(rumor -> rumor.isUnretractedOn(today) && !rumor.declaredCopy())
                .map(Evidence::saidOn)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static boolean onlyCancelled(RandomEvidence evidence, LocalDate today) {
        return Origins.among(evidence.rumors(), today).stream().allMatch(Origin::cancels);
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void retractedRumorHasNoInfluence(RandomEvidence evidence) {
        LocalDate today = evidence.ends();
        for (Evidence rumor : evidence.rumors()) {
            List<Evidence> without = new ArrayList<>(evidence.rumors());
            without.remove(rumor);
            List<Evidence> retracted = new ArrayList<>(without);
            retracted.add(EvidenceBuilder.retracted(rumor, today));

            assertSame(
                    ForecastMethod.forecast(retracted, Records.NONE, today),
                    ForecastMethod.forecast(without, Records.NONE, today));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void orderOfArrivalDoesNotMatter(RandomEvidence evidence) {
        List<Evidence> shuffled = new ArrayList<>(evidence.rumors());
        Collections.shuffle(shuffled, evidence.random());

        assertSame(
                ForecastMethod.forecast(shuffled, Records.NONE, evidence.ends()), evidence.forecast(evidence.ends()));
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void forecastAsOfADayIsThatOfTheDay(RandomEvidence evidence) {
        LocalDate day = evidence.begins().plusDays(60);
        List<Evidence> knownThen = evidence.rumors().stream()
                .filter(rumor -> !rumor.saidOn().isAfter(day))
                .map(rumor -> rumor.retractedOn() != null && rumor.retractedOn().isAfter(day)
                        ? EvidenceBuilder.retracted(rumor, null)
                        : rumor)
                .toList();

        assertSame(evidence.forecast(day), ForecastMethod.forecast(knownThen, Records.NONE, day));
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void storedForecastHoldsOnAnyLaterDay(RandomEvidence evidence) {
        Forecast stored = ForecastMethod.forecast(unretracted(evidence), Records.NONE, evidence.ends());
        if (stored != null) {
            for (int later : new int[] {1, 30, 365, 1000}) {
                LocalDate day = evidence.ends().plusDays(later);
                assertSame(stored.on(day), ForecastMethod.forecast(unretracted(evidence), Records.NONE, day));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void likeliestDayHoldsUntilItsStatedEnd(RandomEvidence evidence) {
        Forecast forecast = evidence.forecast(evidence.ends());
        if (forecast != null
                && forecast.likeliestUntil() != null
                && forecast.distribution().chances().length < 730) {
            assertThat(forecast.on(forecast.likeliestUntil()).likeliest()).isEqualTo(forecast.likeliest());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.RandomEvidence#cases")
    void queryOverTheSumsComputesTheForecast(RandomEvidence evidence) {
        Forecast forecast = evidence.forecast(evidence.ends().plusDays(45));
        if (forecast == null) {
            return;
        }
        DateDistribution distribution = forecast.distribution();
        int[] sums = distribution.sums();
        int today = (int) (forecast.today().toEpochDay() - distribution.first().toEpochDay());
        double passed = distribution.comes() * sum(sums, today - 1);
        Window month = Window.parse(forecast.today().plusDays(30).toString().substring(0, 7));
        int from = (int) (Objects.requireNonNull(month.earliest()).toEpochDay()
                - distribution.first().toEpochDay());
        int to = (int) (Objects.requireNonNull(month.latest()).toEpochDay()
                - distribution.first().toEpochDay());

        assertThat(distribution.comes() * (sum(sums, today + 729) - sum(sums, today - 1)) / (1 - passed))
                .isCloseTo(forecast.happens(), within(1e-9));
        assertThat(distribution.comes() * (sum(sums, to) - sum(sums, Math.max(from, today) - 1)) / (1 - passed))
                .isCloseTo(forecast.confidence(month), within(1e-9));
    }

    private static double sum(int[] sums, int index) {
        return index < 0 ? 0 : sums[Math.min(index, sums.length - 1)] / 1e9;
    }

    private static List<Evidence> unretracted(RandomEvidence evidence) {
        return evidence.rumors().stream()
                .filter(rumor -> rumor.retractedOn() == null)
                .toList();
    }

    private static void assertSame(@Nullable Forecast one, @Nullable Forecast other) {
        if (one == null || other == null) {
            assertThat(one).isEqualTo(other);
        } else {
            assertThat(one.chances()).containsExactly(other.chances());
        }
    }
}
