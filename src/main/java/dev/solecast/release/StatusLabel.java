package dev.solecast.release;

import dev.solecast.date.Window;
import dev.solecast.http.LocalizedText;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a release stands, in the few words that fit beside its date: "confirmed, in 12 days", "overdue by 8 months". How
 * far off it is, is only said of a day that is known and not doubted. The words are in {@code status*.properties}.
 */
public record StatusLabel(
        ReleaseStatus status,
        @Nullable Window date,
        @Nullable LocalDate releasedOn,
        LocalDate today) implements LocalizedText {

    /** The JDK's choice where there is no such file would be the language of this machine. */
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, ResourceBundle> WORDS = new ConcurrentHashMap<>();

    @Override
    public String in(Locale language) {
        var words = WORDS.computeIfAbsent(
                language, unread -> ResourceBundle.getBundle("dev.solecast.release.status", unread, ENGLISH_OTHERWISE));
        if (status == ReleaseStatus.RELEASED && releasedOn != null) {
            return say(words, "released", Window.parse(releasedOn.toString()).label(language));
        }
        var word = words.getString(status.word());
        if (!status.awaited()) {
            return word;
        }
        if (date == null) {
            return say(words, "undated", word);
        }
        var last = date.latest();
        if (last == null) {
            return word;
        } else if (last.isBefore(today)) {
            return last.plusDays(1).equals(today)
                    ? words.getString("overdue.day")
                    : span(words, "overdue.", last, today);
        } else if (!last.equals(date.earliest()) || date.uncertain() || date.approximate()) {
            return word;
        }
        return say(words, "dated", word, until(words, last));
    }

    private String until(ResourceBundle words, LocalDate day) {
        if (day.equals(today)) {
            return words.getString("today");
        }
        return day.equals(today.plusDays(1)) ? words.getString("tomorrow") : span(words, "in.", today, day);
    }

    /** In whole days, from two months in whole months, from two years in whole years: no language says one of them. */
    private static String span(ResourceBundle words, String before, LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        if (months < 2) {
            return say(words, before + "days", String.valueOf(ChronoUnit.DAYS.between(from, to)));
        }
        return months < 24
                ? say(words, before + "months", String.valueOf(months))
                : say(words, before + "years", String.valueOf(months / 12));
    }

    private static String say(ResourceBundle words, String key, Object... what) {
        return MessageFormat.format(words.getString(key), what);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
