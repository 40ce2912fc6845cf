package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simple rules that a forecast must beat to be worth its trouble. Each names one day, or says that none comes. */
public enum Baseline {
    LATEST_CLAIM,
    OFFICIAL_FIRST,
    MAJORITY,
    WEIGHTED_MEDIAN;

    /** The columns of all rules in SQL, in the order of their declaration. */
    public static final String COLUMNS =
            Stream.of(values()).map(Baseline::column).collect(Collectors.joining(", "));

    /**
     * What a rule says.
     *
     * @param day null for a release that is not to happen; may lie in the past: nobody has said more
     * @param guessed whether no rumor named a window, so that the day is the usual lag of the newest one's kind
     */
    public record Claim(@Nullable LocalDate day, boolean guessed) {}

    /** The name of its column in SQL. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name on the wire. */
    public String word() {
        return column().replace('_', '-');
    }

    /** Null when nothing had been said by {@code asOf}. */
    public @Nullable Claim claim(Collection<Evidence> said, Records records, LocalDate asOf) {
        List<Evidence> standing = newestOfEach(said, asOf);
        if (standing.isEmpty()) {
            return null;
        }
        List<Evidence> claims = standing.stream()
                .filter(rumor -> rumor.cancels() || middle(rumor) != null)
                .toList();
        if (claims.isEmpty()) {
            Evidence newest = standing.getLast();
            double lag = records.expected(newest.source(), newest.kind()).lagDays();
            return new Claim(newest.saidOn().plusDays(Math.round(lag)), true);
        }
        return switch (this) {
            case LATEST_CLAIM -> plainly(claims.getLast());
            case OFFICIAL_FIRST -> {
                Kind strongest = claims.stream()
                        .map(Evidence::kind)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                yield plainly(claims.stream()
                        .filter(rumor -> rumor.kind() == strongest)
                        .toList()
                        .getLast());
            }
            case MAJORITY -> majority(claims);
            case WEIGHTED_MEDIAN -> weightedMedian(claims, records);
        };
    }

    private static List<Evidence> newestOfEach(Collection<Evidence> said, LocalDate asOf) {
        Map<String, Evidence> newest = new LinkedHashMap<>();
        said.stream()
                .filter(rumor -> rumor.standsOn(asOf))
                .sorted(Evidence.OLDEST_FIRST)
                .forEach(rumor -> {
                    newest.remove(rumor.source());
                    newest.put(rumor.source(), rumor);
                });
        return List.copyOf(newest.values());
    }

    private static Claim plainly(Evidence rumor) {
        return new Claim(rumor.cancels() ? null : middle(rumor), false);
    }

    /** The day inside most windows; among equals the one named last. */
    private static Claim majority(List<Evidence> claims) {
        List<Evidence> dated = claims.stream().filter(rumor -> !rumor.cancels()).toList();
        if (dated.size() * 2 < claims.size()) {
            return new Claim(null, false);
        }
        LocalDate best = null;
        long most = 0;
        for (Evidence rumor : dated) {
            LocalDate day = middle(rumor);
            long votes = dated.stream()
                    .filter(other -> day != null
                            && other.window() != null
                            && other.window().contains(day))
                    .count();
            if (votes >= most) {
                most = votes;
                best = day;
            }
        }
        return new Claim(best, false);
    }

    private static Claim weightedMedian(List<Evidence> claims, Records records) {
        record Weighed(LocalDate day, double weight) {}
        List<Weighed> days = new ArrayList<>();
        double total = 0;
        for (Evidence rumor : claims) {
            LocalDate day = rumor.cancels() ? LocalDate.MAX : middle(rumor);
            if (day != null) {
                double weight =
                        1 / (1 + records.expected(rumor.source(), rumor.kind()).error(0));
                days.add(new Weighed(day, weight));
                total += weight;
            }
        }
        days.sort(Comparator.comparing(Weighed::day));
        double sum = 0;
        for (Weighed weighed : days) {
            sum += weighed.weight();
            if (sum >= total / 2) {
                return new Claim(weighed.day().equals(LocalDate.MAX) ? null : weighed.day(), false);
            }
        }
        throw new IllegalStateException("weights must sum to their total");
    }

    private static @Nullable LocalDate middle(Evidence rumor) {
        Window window = rumor.window();
        if (window == null) {
            return null;
        }
        LocalDate earliest = window.earliest() == null ? window.latest() : window.earliest();
        LocalDate latest = window.latest() == null ? window.earliest() : window.latest();
        return earliest == null || latest == null
                ? null
                : earliest.plusDays(ChronoUnit.DAYS.between(earliest, latest) / 2);
    }
}
