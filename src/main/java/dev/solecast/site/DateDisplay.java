package dev.solecast.site;

import dev.solecast.release.ReleaseDate;
import dev.solecast.release.ReleaseView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The date of a release as a page shows it, no more precisely than it is known.
 *
 * @param tone style name of the {@link DateConfidence}
 * @param sentence date and confidence in one phrase
 * @param word how certain the date is; may be empty
 * @param number the day of the month; empty unless the exact day is known
 * @param label the month and year if the exact day is known, otherwise the window in words
 * @param near the weekday, the hour and the distance from today; empty unless the exact day is known
 * @param chance the chance of the date, in percent; empty where none is shown
 * @param months twelve consecutive months, and which of them the window touches
 */
record DateDisplay(
        String tone,
        String sentence,
        String word,
        String number,
        String label,
        String near,
        String chance,
        List<Month> months) {

    /** A month of the strip of twelve, and whether the window touches it. */
    record Month(boolean touched) {}

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MAX_RELATIVE_DAYS = 31;

    static DateDisplay of(ReleaseView release, LocalDate today) {
        var tone = DateConfidence.of(release);
        var date = release.date();
        var known = knownDay(release);
        var label = known != null
                ? DAY.format(known)
                : date == null ? "" : date.label().toString();
        return new DateDisplay(
                tone.style(),
                tone.phrase(label.isEmpty() ? "?" : label),
                label.isEmpty() ? "" : tone.word(),
                known == null ? "" : String.valueOf(known.getDayOfMonth()),
                known != null ? MONTH.format(known) : label.isEmpty() ? tone.phrase("") : label,
                known == null ? "" : near(release, known, today),
                chance(release, tone),
                tone == DateConfidence.UNDATED ? months(null) : months(date));
    }

    /** Whether the exact day is known. */
    boolean day() {
        return !number.isEmpty();
    }

    boolean hasChance() {
        return !chance.isEmpty();
    }

    /** Returns the day of the release, or the exact day of an unqualified date; null if neither is known. */
    static @Nullable LocalDate knownDay(ReleaseView release) {
        var date = release.date();
        if (release.releasedOn() != null) {
            return release.releasedOn();
        }
        return date != null && date.precision().equals("day") && !date.uncertain() && !date.approximate()
                ? date.earliest()
                : null;
    }

    private static String chance(ReleaseView release, DateConfidence tone) {
        var forecast = release.forecast();
        var confidence = forecast == null ? null : forecast.confidence();
        return tone.hasChance() && confidence != null ? percent(confidence) + " chance" : "";
    }

    /** Formats a chance as a percentage from 1 to 99, because no forecast is certain. */
    static String percent(BigDecimal chance) {
        return Math.clamp(Math.round(chance.doubleValue() * 100), 1, 99) + "%";
    }

    private static String near(ReleaseView release, LocalDate day, LocalDate today) {
        var near = new StringBuilder(WEEKDAY.format(day));
        if (release.releasedOn() == null) {
            var launch = release.launch();
            if (launch != null) {
                near.append(", ")
                        .append(HOUR.format(launch.local()))
                        .append(" in ")
                        .append(city(launch.zone()));
            }
            var daysAway = ChronoUnit.DAYS.between(today, day);
            near.append(Math.abs(daysAway) > MAX_RELATIVE_DAYS ? "" : ", " + relative(daysAway));
        }
        return near.toString();
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String relative(long days) {
        return switch ((int) days) {
            case 0 -> "today";
            case 1 -> "tomorrow";
            case -1 -> "yesterday";
            default -> days > 0 ? "in " + days + " days" : -days + " days ago";
        };
    }

    private static List<Month> months(@Nullable ReleaseDate date) {
        var first = date == null ? null : month(date.earliest());
        var last = date == null ? null : month(date.latest());
        int begin;
        if (first != null && last != null && first / 12 == last / 12) {
            begin = first - first % 12;
        } else if (first != null) {
            begin = first;
        } else {
            begin = last == null ? 0 : last - 11;
        }
        return IntStream.range(begin, begin + 12)
                .mapToObj(month -> new Month((first != null || last != null)
                        && (first == null || month >= first)
                        && (last == null || month <= last)))
                .toList();
    }

    private static @Nullable Integer month(@Nullable LocalDate day) {
        return day == null ? null : day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
