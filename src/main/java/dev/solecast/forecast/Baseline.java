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

/** Simple rules that a forecast must beat to be worth its cost; each names one day, or says that none comes. */
public enum Baseline {
    LATEST_CLAIM,
    OFFICIAL_FIRST,
    MAJORITY,
    WEIGHTED_MEDIAN;

    /** The SQL columns of all rules, in the order of their declaration. */
    public static final String COLUMNS =
            Stream.of(values()).map(Baseline::column).collect(Collectors.joining(", "));

    /**
     * The prediction of a rule.
     *
     * @param day null for a release that is not to happen; may lie in the past if no later day was claimed
     * @param guessed whether no rumor named a window, so that the day is the usual lag of the newest one's kind
     */
    public record Claim(@Nullable LocalDate day, boolean guessed) {}

    /** The name of its SQL column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in JSON, such as {@code latest-claim}. */
    public String word() {
        return column().replace('_', '-');
    }

    /** The prediction as of the end of {@code asOf}; null when there was no unretracted rumor by then. */
    public @Nullable Claim claim(Collection<Evidence> evidence, Records records, LocalDate asOf) {
        List<Evidence> current = newestBySource(evidence, asOf);
        if (current.isEmpty()) {
            return null;
        }
        List<Evidence> claims = current.stream()
                .filter(rumor -> rumor.cancels() || middle(rumor) != null)
                .toList();
        if (claims.isEmpty()) {
            Evidence newest = current.getLast();
            double lag = records.reliability(newest.source(), newest.kind()).lagDays();
            return new Claim(newest.saidOn().plusDays(Math.round(lag)), true);
        }
        return switch (this) {
            case LATEST_CLAIM -> claimOf(claims.getLast());
            case OFFICIAL_FIRST -> {
                Kind strongest = claims.stream()
                        .map(Evidence::kind)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                yield claimOf(claims.stream()
                        .filter(rumor -> rumor.kind() == strongest)
                        .toList()
                        .getLast());
            }
            case MAJORITY -> majority(claims);
            case WEIGHTED_MEDIAN -> weightedMedian(claims, records);
        };
    }

    private static List<Evidence> newestBySource(Collection<Evidence> evidence, LocalDate asOf) {
        Map<String, Evidence> newest = new LinkedHashMap<>();
        evidence.stream()
                .filter(rumor -> rumor.isUnretractedOn(asOf))
                .sorted(Evidence.OLDEST_FIRST)
                .forEach(rumor -> {
                    newest.remove(rumor.source());
                    newest.put(rumor.source(), rumor);
                });
        return List.copyOf(newest.values());
    }

    private static Claim claimOf(Evidence rumor) {
        return new Claim(rumor.cancels() ? null : middle(rumor), false);
    }

    /** The day that most windows contain; of equals, the one named last. */
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
        record WeightedDay(LocalDate day, double weight) {}
        List<WeightedDay> days = new ArrayList<>();
        double total = 0;
        for (Evidence rumor : claims) {
            LocalDate day = rumor.cancels() ? LocalDate.MAX : middle(rumor);
            if (day != null) {
                double weight = 1
                        / (1 + records.reliability(rumor.source(), rumor.kind()).expectedErrorDays(0));
                days.add(new WeightedDay(day, weight));
                total += weight;
            }
        }
        days.sort(Comparator.comparing(WeightedDay::day));
        double sum = 0;
        for (WeightedDay weighted : days) {
            sum += weighted.weight();
            if (sum >= total / 2) {
                return new Claim(weighted.day().equals(LocalDate.MAX) ? null : weighted.day(), false);
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
