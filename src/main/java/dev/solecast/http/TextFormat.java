package dev.solecast.http;

import dev.solecast.date.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The one way in which values of a type are written as text: in JSON bodies, query parameters, cells of files and
 * cursors. It is exactly the pattern of the contract; nothing else that Java could read is read.
 *
 * @param expected the form in words, for messages, with its article
 * @param reader fails with any exception for a text of another form
 */
public record TextFormat<T>(Class<T> type, String expected, String example, Function<String, T> reader) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");

    /** The profile of RFC 3339. */
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    /** Three decimals are the most of any currency in use; {@code release.sale.Money} knows those of each. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}(\\.\\d{1,3})?");

    /** Stored, because each call of the getter builds a new set of some 600 ids. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final List<TextFormat<?>> ALL = List.of(
            new TextFormat<>(
                    LocalDate.class, "a calendar day", "2027-03-01", text -> LocalDate.parse(matching(DAY, text))),
            new TextFormat<>(
                    LocalDateTime.class,
                    "a local date and time without a zone or an offset",
                    "2027-03-06T10:00:00",
                    text -> LocalDateTime.parse(matching(LOCAL, text))),
            // The database stores microseconds.
            new TextFormat<>(
                    Instant.class,
                    "an instant",
                    "2027-03-01T09:00:00Z",
                    text -> Instant.parse(matching(INSTANT, text)).truncatedTo(ChronoUnit.MICROS)),
            new TextFormat<>(ZoneId.class, "an IANA zone name", "America/New_York", TextFormat::zone),
            new TextFormat<>(Currency.class, "an ISO 4217 currency", "USD", TextFormat::currency),
            new TextFormat<>(
                    BigDecimal.class, "an amount of money", "150.00", text -> new BigDecimal(matching(AMOUNT, text))));

    /** The format of a type; empty if it has none of its own. */
    public static Optional<TextFormat<?>> find(Class<?> type) {
        return ALL.stream().filter(format -> format.type == type).findFirst();
    }

    /** The format of a type that has one. */
    @SuppressWarnings("unchecked")
    public static <T> TextFormat<T> of(Class<T> type) {
        return (TextFormat<T>) find(type).orElseThrow();
    }

    /**
     * Parses a text.
     *
     * @throws IllegalArgumentException with a message that begins with a verb, as the text is its subject
     */
    public T parse(String text) {
        T value;
        try {
            value = reader.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("is not " + expected + ", such as " + example, e);
        }
        if (year(value) < 1 || year(value) > 9999) {
            throw new IllegalArgumentException("cannot be used: the year must lie between 0001 and 9999");
        }
        return value;
    }

    /** Parses a text as {@link #parse} does, and refuses years that cannot be shown as dates. */
    public T parseStorable(String text) {
        var value = parse(text);
        if (year(value) < Window.FIRST_YEAR || year(value) > Window.LAST_YEAR) {
            throw new IllegalArgumentException(
                    "cannot be used: the year must lie between " + Window.FIRST_YEAR + " and " + Window.LAST_YEAR);
        }
        return value;
    }

    /** The year of a day or a time; for other values one that is never out of bounds. */
    private static int year(Object value) {
        return switch (value) {
            case LocalDate day -> day.getYear();
            case LocalDateTime time -> time.getYear();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC).getYear();
            default -> Window.FIRST_YEAR;
        };
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static ZoneId zone(String text) {
        if (!ZONES.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return ZoneId.of(text);
    }

    /** Takes no precious metals, units of account or the like, which have no decimals. */
    private static Currency currency(String text) {
        var currency = Currency.getInstance(text);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(text);
        }
        return currency;
    }
}
