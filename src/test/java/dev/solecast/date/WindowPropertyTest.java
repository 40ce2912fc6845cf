package dev.solecast.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.solecast.date.Edtf.Dated;
import dev.solecast.date.Edtf.Interval;
import dev.solecast.date.Edtf.NoDate;
import dev.solecast.date.Period.Day;
import dev.solecast.date.Period.InDecade;
import dev.solecast.date.Period.InMonth;
import dev.solecast.date.Period.InPart;
import dev.solecast.date.Period.InYear;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Properties of all windows, tested on seeded random ones. */
class WindowPropertyTest {
    private static final int TRIES = 2_000;
    private static final String ALPHABET = "0123456789-/.?~%XxTZ:+ []{},YE٣２–👟\u0000";

    private final Random random = new Random(20270301);

    @Test
    void printedStructureParsesToItselfAndItsBoundsAreInOrder() throws EdtfParser.Refused {
        for (int i = 0; i < TRIES; i++) {
            Edtf structure = anyEdtf();
            String text = structure.toString();

            assertThat(EdtfParser.parse(text)).as(text).isEqualTo(structure);
            assertThat(Window.parse(text).edtf()).isEqualTo(text);
            assertThat(Window.parse(text).label()).as(text).isNotBlank();
            assertInOrder(structure.earliest(), structure.latest());
        }
    }

    @Test
    void narrowerWindowLiesWithinTheWiderOnesAroundIt() {
        for (int i = 0; i < TRIES; i++) {
            Day day = anyDay();
            InMonth month = new InMonth(YearMonth.from(day.first()), random.nextBoolean());
            InYear year = new InYear(day.first().getYear(), "");
            InDecade decade = new InDecade(year.year() / 10 * 10);
            List<Period> parts = around(day.first());
            List<Period> quarters = of(Precision.QUARTER, parts);
            List<Period> halves = of(Precision.HALF, parts);

            assertThat(parts)
                    .extracting(Period::precision)
                    .containsExactlyInAnyOrder(Precision.SEASON, Precision.QUARTER, Precision.HALF);
            assertWithin(day, month);
            parts.forEach(part -> assertWithin(month, part));
            assertWithin(quarters.getFirst(), halves.getFirst());
            assertWithin(halves.getFirst(), year);
            assertWithin(year, decade);
        }
    }

    @Test
    void mutatedTextEitherParsesOrIsRefusedWithinItsLengthAndWithValidExample() {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = mutated(anyEdtf().toString());
            Throwable thrown = catchThrowable(() -> Window.parse(text));
            if (thrown == null) {
                assertThat(Window.parse(text)).hasToString(text);
                continue;
            }
            refused++;
            assertThat(thrown).as(text).isInstanceOf(InvalidEdtf.class);
            InvalidEdtf refusal = (InvalidEdtf) thrown;
            assertThat(refusal.position()).as(text).isBetween(1, text.length() + 1);
            assertThat(Window.parse(refusal.example())).hasToString(refusal.example());
        }
        assertThat(refused).isBetween(TRIES / 4, TRIES - TRIES / 20);
    }

    @Test
    void textUpToTheRefusedPositionIsTheStartOfSomeDate() {
        // Wrong characters only: a wrong number or order is reported at its start.
        for (int i = 0; i < TRIES; i++) {
            String text = anyEdtf().toString();
            int cut = random.nextInt(text.length() + 1);
            Throwable thrown = catchThrowable(() -> Window.parse(text.substring(0, cut) + "👟"));

            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            InvalidEdtf.class,
                            refusal -> assertThat(refusal.position())
                                    .as(text.substring(0, cut))
                                    .isEqualTo(cut + 1));
        }
    }

    private Edtf anyEdtf() {
        Dated one = anyDated();
        Dated other = anyDated();
        NoDate none = random.nextBoolean() ? NoDate.OPEN : NoDate.UNKNOWN;
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> one;
            case 3 ->
                inOrder(one, other) ? new Interval(one, other) : inOrder(other, one) ? new Interval(other, one) : one;
            case 4 -> new Interval(one, none);
            default -> new Interval(none, one);
        };
    }

    private static boolean inOrder(Dated from, Dated to) {
        return !from.earliest().isAfter(to.earliest()) && !from.latest().isAfter(to.latest());
    }

    private Dated anyDated() {
        Qualifier qualifier = oneOf(Qualifier.values());
        LocalDate day = anyDay().day();
        Period period = switch (random.nextInt(6)) {
            case 0 -> new InYear(day.getYear(), oneOf("", "-XX", "-XX-XX"));
            case 1 -> new InMonth(YearMonth.from(day), random.nextBoolean());
            case 2 -> new InPart(day.getYear(), oneOf(YearPart.values()));
            case 3 -> new InDecade(day.getYear() / 10 * 10);
            default -> new Day(day);
        };
        return new Dated(period, qualifier);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Day anyDay() {
        int years = Period.LAST_YEAR - Period.FIRST_YEAR + 1;
        int year = Period.FIRST_YEAR + random.nextInt(years);
        return new Day(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
    }

    /** The season, quarter and half that hold the day; a day in January lies in the winter of the year before. */
    private static List<Period> around(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear())
                .boxed()
                .flatMap(year -> Stream.of(YearPart.values()).<Period>map(part -> new InPart(year, part)))
                .filter(part -> !day.isBefore(part.first()) && !day.isAfter(part.last()))
                .toList();
    }

    private static List<Period> of(Precision precision, List<Period> parts) {
        return parts.stream().filter(part -> part.precision() == precision).toList();
    }

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            String piece = Character.toString(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, piece);
                case 1 -> mutated.replace(at, Math.min(at + 1, mutated.length()), piece);
                case 2 -> mutated.delete(at, at + 1 + random.nextInt(3));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }

    private static void assertWithin(Period narrow, Period wide) {
        assertThat(narrow.first()).as("%s in %s", narrow, wide).isAfterOrEqualTo(wide.first());
        assertThat(narrow.last()).as("%s in %s", narrow, wide).isBeforeOrEqualTo(wide.last());
    }

    private static void assertInOrder(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        if (earliest != null && latest != null) {
            assertThat(earliest).isBeforeOrEqualTo(latest);
        } else {
            assertThat(Stream.of(earliest, latest).filter(bound -> bound != null))
                    .as("one end open")
                    .hasSize(1);
        }
    }
}
