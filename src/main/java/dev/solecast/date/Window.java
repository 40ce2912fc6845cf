package dev.solecast.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something may happen, as a source put it in EDTF. Days are calendar days without a zone. Two
 * windows are equal if their texts are: {@code 2027-03} and {@code 2027-03-XX} span the same days and say it
 * differently.
 */
public final class Window {

    /**
     * Orders windows by the last day, open ends last; on the same last day the narrower span comes first. So "2027"
     * comes after every day of 2027. Different windows over the same days compare as equal.
     */
    public static final Comparator<Window> ORDER = Comparator.comparing(
                    Window::latest, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(window -> window.days().orElse(Long.MAX_VALUE));

    /** The first year of dates that can be read and shown. */
    public static final int FIRST_YEAR = Period.FIRST_YEAR;

    /** The last year of dates that can be read and shown; its winter ends in the next. */
    public static final int LAST_YEAR = Period.LAST_YEAR;

    private final String text;
    private final Edtf edtf;

    private Window(String text, Edtf edtf) {
        this.text = text;
        this.edtf = edtf;
    }

    /**
     * Reads years, months, days, seasons (21 to 24, of the northern hemisphere, winter running into the next year),
     * quarters (33 to 36), halves (40, 41), decades ({@code 202X}), days and months left out as {@code XX}, a closing
     * {@code ?}, {@code ~} or {@code %}, and intervals of any of these with open ({@code ..}) or unknown (empty) ends,
     * in the years 1800 to 2199. Reading stops at the first mistake, however long the text.
     *
     * @throws InvalidEdtf for every other text
     */
    public static Window parse(String edtf) {
        try {
            return new Window(edtf, EdtfParser.parse(edtf));
        } catch (EdtfParser.Refused refused) {
            throw new InvalidEdtf(edtf, refused.position(), refused.reason(), Suggestion.near(edtf));
        }
    }

    /** The window of one day, of any year. */
    public static Window of(LocalDate day) {
        var edtf = new Edtf.Dated(new Period.Day(day), Qualifier.NONE);
        return new Window(edtf.toString(), edtf);
    }

    /** The text exactly as the source gave it. */
    public String edtf() {
        return text;
    }

    /** The label for people, in English: "March 2027", "Spring/Summer 2024", "about Q1 2027", "from March 2027". */
    public String label() {
        return WindowLabels.of(edtf);
    }

    /** The languages of {@link #label(Locale)}, without countries; English, the default, first. */
    public static List<Locale> labelLocales() {
        return WindowLabels.LOCALES;
    }

    /** The label in the language of this locale, or in English if that is none of {@link #labelLocales}. */
    public String label(Locale locale) {
        return WindowLabels.of(edtf, locale);
    }

    public Precision precision() {
        return edtf.precision();
    }

    /** The first day; null where the start is open or unknown. A qualifier does not widen it. */
    public @Nullable LocalDate earliest() {
        return edtf.earliest();
    }

    /** The last day; null where the end is open or unknown. A qualifier does not widen it. */
    public @Nullable LocalDate latest() {
        return edtf.latest();
    }

    /** Whether the source doubts it ({@code ?} or {@code %}), on either end of an interval. */
    public boolean uncertain() {
        return edtf.uncertain();
    }

    /** Whether the source means it roughly ({@code ~} or {@code %}), on either end of an interval. */
    public boolean approximate() {
        return edtf.approximate();
    }

    /** The number of days, both ends included; empty where an end is open or unknown. */
    public OptionalLong days() {
        LocalDate earliest = earliest();
        LocalDate latest = latest();
        return earliest == null || latest == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(earliest, latest) + 1);
    }

    /**
     * Whether the window and the range share a day. A null bound of the range, like an open end of the window, has no
     * limit; a range that ends before it starts has no days.
     */
    public boolean overlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
        return inOrder(from, to) && inOrder(earliest(), to) && inOrder(from, latest());
    }

    /** Whether no day of the window lies outside the range; an open end fits only where the range is open too. */
    public boolean liesWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate earliest = earliest();
        LocalDate latest = latest();
        return (from == null || (earliest != null && !earliest.isBefore(from)))
                && (to == null || (latest != null && !latest.isAfter(to)));
    }

    /** Whether the day is one of its days. */
    public boolean contains(LocalDate day) {
        return overlaps(day, day);
    }

    /** Whether its last day has passed; an open end never passes. */
    public boolean isOver(LocalDate today) {
        LocalDate latest = latest();
        return latest != null && latest.isBefore(today);
    }

    private static boolean inOrder(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null || !start.isAfter(end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Window window && text.equals(window.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The EDTF text. */
    @Override
    public String toString() {
        return text;
    }
}
