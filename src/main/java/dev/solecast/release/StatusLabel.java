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
 * The status of a release in the few words that fit beside its date: "confirmed, in 12 days", "overdue by 8 months".
 * The time until it comes is named only if its day is known and not doubted. The texts are in
 * {@code status*.properties}.
 */
public record StatusLabel(
        ReleaseStatus status,
        @Nullable Window date,
        @Nullable LocalDate releasedOn,
        LocalDate today) implements LocalizedText {

    /** Without a file for a language the JDK would otherwise choose the language of this machine. */
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    @Override
    public String in(Locale language) {
        var bundle = BUNDLES.computeIfAbsent(
                language, locale -> ResourceBundle.getBundle("dev.solecast.release.status", locale, ENGLISH_OTHERWISE));
        if (status == ReleaseStatus.RELEASED && releasedOn != null) {
            return format(bundle, "released", Window.of(releasedOn).label(language));
        }
        var name = bundle.getString(status.wireName());
        if (!status.awaited()) {
            return name;
        }
        if (date == null) {
            return format(bundle, "undated", name);
        }
        var last = date.latest();
        if (last == null) {
            return name;
        } else if (last.isBefore(today)) {
            return last.plusDays(1).equals(today)
                    ? bundle.getString("overdue.day")
                    : span(bundle, "overdue.", last, today);
        } else if (!last.equals(date.earliest()) || date.uncertain() || date.approximate()) {
            return name;
        }
        return format(bundle, "dated", name, until(bundle, last));
    }

    private String until(ResourceBundle bundle, LocalDate day) {
        if (day.equals(today)) {
            return bundle.getString("today");
        }
        return day.equals(today.plusDays(1)) ? bundle.getString("tomorrow") : span(bundle, "in.", today, day);
    }

    /** Names whole days; from two months on whole months, from two years on whole years. It is never one of them. */
    private static String span(ResourceBundle bundle, String prefix, LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        if (months < 2) {
            return format(bundle, prefix + "days", String.valueOf(ChronoUnit.DAYS.between(from, to)));
        }
        return months < 24
                ? format(bundle, prefix + "months", String.valueOf(months))
                : format(bundle, prefix + "years", String.valueOf(months / 12));
    }

    private static String format(ResourceBundle bundle, String key, Object... arguments) {
        return MessageFormat.format(bundle.getString(key), arguments);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
