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

/** What holds of every forecast, whatever has been said. */
class ForecastPropertiesTest {

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void chancesSumToHappensAndWithUnresolvedToOne(Generated said) {
        for (int later : new int[] {0, 1, 40, 400, 3000}) {
            Forecast forecast = said.forecast(said.ends().plusDays(later));
            if (forecast != null) {
                double sum = forecast.days().stream().mapToDouble(Day::chance).sum();
                assertThat(sum).isCloseTo(forecast.happens(), within(1e-9)).isBetween(0.0, 1.0);
                assertThat(sum + forecast.unresolved()).isCloseTo(1, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void noChanceLiesBeforeToday(Generated said) {
        LocalDate today = said.ends().plusDays(25);
        Forecast forecast = said.forecast(today);
        if (forecast != null) {
            assertThat(forecast.days()).allSatisfy(day -> {
                assertThat(day.date()).isBetween(today, today.plusDays(729));
                assertThat(day.chance()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void aDeclaredCopyChangesNothing(Generated said) {
        Forecast before = said.forecast(said.ends());
        Set<String> heard = said.rumors().stream()
                .filter(rumor -> rumor.standsOn(said.ends()) && !rumor.declaredCopy())
                .map(Evidence::source)
                .collect(Collectors.toSet());
        for (String origin : heard) {
            List<Evidence> more = new ArrayList<>(said.rumors());
            more.add(new Evidence(
                    99, "echo", Kind.REPORT, said.ends(), said.ends(), said.window(said.ends()), false, origin, null));

            same(ForecastMethod.forecast(more, Records.NONE, said.ends()), before);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void anAgreeingIndependentSourceLowersNothing(Generated said) {
        LocalDate today = said.ends();
        Forecast pool = said.forecast(today);
        LocalDate first = said.rumors().stream()
                .filter(rumor -> rumor.standsOn(today))
                .map(Evidence::saidOn)
                .min(LocalDate::compareTo)
                .orElse(today);
        Evidence further =
                new Evidence(99, "further", said.kind(), first, first, said.window(today), false, null, null);
        List<Evidence> more = new ArrayList<>(said.rumors());
        more.add(further);
        Forecast alone = Objects.requireNonNull(ForecastMethod.forecast(List.of(further), Records.NONE, today));
        Forecast joined = Objects.requireNonNull(ForecastMethod.forecast(more, Records.NONE, today));
        if (pool == null || newest(said, today).isBefore(today) || onlyCancelled(said, today)) {
            return;
        }
        for (int start = 0; start < 300; start += 20) {
            LocalDate from = today.plusDays(start);
            LocalDate to = from.plusDays(29);
            if (alone.between(from, to) / alone.happens() >= pool.between(from, to) / pool.happens()) {
                assertThat(joined.between(from, to)).isGreaterThanOrEqualTo(pool.between(from, to) - 1e-6);
            }
        }
    }

    private static LocalDate newest(Generated said, LocalDate today) {
        return said.rumors().stream()
                .filter(rumor -> rumor.standsOn(today) && !rumor.declaredCopy())
                .map(Evidence::saidOn)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static boolean onlyCancelled(Generated said, LocalDate today) {
        return Origins.among(said.rumors(), today).stream().allMatch(Origin::cancels);
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void aRetractedRumorLeavesTheForecastWithoutIt(Generated said) {
        LocalDate today = said.ends();
        for (Evidence rumor : said.rumors()) {
            List<Evidence> without = new ArrayList<>(said.rumors());
            without.remove(rumor);
            List<Evidence> retracted = new ArrayList<>(without);
            retracted.add(Rumor.retracted(rumor, today));

            same(
                    ForecastMethod.forecast(retracted, Records.NONE, today),
                    ForecastMethod.forecast(without, Records.NONE, today));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void theOrderOfArrivalDoesNotMatter(Generated said) {
        List<Evidence> shuffled = new ArrayList<>(said.rumors());
        Collections.shuffle(shuffled, said.chance());

        same(ForecastMethod.forecast(shuffled, Records.NONE, said.ends()), said.forecast(said.ends()));
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void askedAsOfADayItIsTheForecastOfThatDay(Generated said) {
        LocalDate day = said.begins().plusDays(60);
        List<Evidence> knownThen = said.rumors().stream()
                .filter(rumor -> !rumor.saidOn().isAfter(day))
                .map(rumor -> rumor.retractedOn() != null && rumor.retractedOn().isAfter(day)
                        ? Rumor.retracted(rumor, null)
                        : rumor)
                .toList();

        same(said.forecast(day), ForecastMethod.forecast(knownThen, Records.NONE, day));
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void aStoredForecastIsRightOnAnyLaterDay(Generated said) {
        Forecast stored = ForecastMethod.forecast(standing(said), Records.NONE, said.ends());
        if (stored != null) {
            for (int later : new int[] {1, 30, 365, 1000}) {
                LocalDate day = said.ends().plusDays(later);
                same(stored.on(day), ForecastMethod.forecast(standing(said), Records.NONE, day));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void theLikeliestDayStandsAsLongAsItSays(Generated said) {
        Forecast forecast = said.forecast(said.ends());
        if (forecast != null
                && forecast.likeliestUntil() != null
                && forecast.belief().chances().length < 730) {
            assertThat(forecast.on(forecast.likeliestUntil()).likeliest()).isEqualTo(forecast.likeliest());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.solecast.forecast.Generated#cases")
    void whatAQueryComputesFromTheSumsIsTheForecast(Generated said) {
        Forecast forecast = said.forecast(said.ends().plusDays(45));
        if (forecast == null) {
            return;
        }
        DateDistribution belief = forecast.belief();
        int[] sums = belief.sums();
        int today = (int) (forecast.today().toEpochDay() - belief.first().toEpochDay());
        double gone = belief.comes() * sum(sums, today - 1);
        Window month = Window.parse(forecast.today().plusDays(30).toString().substring(0, 7));
        int from = (int) (Objects.requireNonNull(month.earliest()).toEpochDay()
                - belief.first().toEpochDay());
        int to = (int) (Objects.requireNonNull(month.latest()).toEpochDay()
                - belief.first().toEpochDay());

        assertThat(belief.comes() * (sum(sums, today + 729) - sum(sums, today - 1)) / (1 - gone))
                .isCloseTo(forecast.happens(), within(1e-9));
        assertThat(belief.comes() * (sum(sums, to) - sum(sums, Math.max(from, today) - 1)) / (1 - gone))
                .isCloseTo(forecast.confidence(month), within(1e-9));
    }

    private static double sum(int[] sums, int index) {
        return index < 0 ? 0 : sums[Math.min(index, sums.length - 1)] / 1e9;
    }

    private static List<Evidence> standing(Generated said) {
        return said.rumors().stream()
                .filter(rumor -> rumor.retractedOn() == null)
                .toList();
    }

    private static void same(@Nullable Forecast one, @Nullable Forecast other) {
        if (one == null || other == null) {
            assertThat(one).isEqualTo(other);
        } else {
            assertThat(one.chances()).containsExactly(other.chances());
        }
    }
}
