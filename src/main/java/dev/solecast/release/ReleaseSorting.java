package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Sort;
import dev.solecast.http.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The orders of a list of releases. */
public enum ReleaseSorting implements Word {
    /** By the window's last day, then the narrower window; open ends after all days, undated after those. */
    DATE("date"),
    DATE_DOWN("-date"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated"),
    /** By the likeliest day of the forecast; those without one last. */
    LIKELIEST("likeliest"),
    LIKELIEST_DOWN("-likeliest");

    /** Stands for no day: after all others, as the database has it. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final String word;

    ReleaseSorting(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The order on a day in UTC. Each key is both a column of a query and a value of what was read, so that a list of
     * the past, which no query can order, has the same order.
     */
    Sort<Seen> sort(LocalDate utc) {
        var day = Sort.Key.<Seen>day("r.sortDay", seen -> seen.outlook().sortDay());
        var span = Sort.Key.<Seen>number("r.sortSpan", seen -> seen.outlook().sortSpan());
        var id = Sort.Key.<Seen>number("r.id", seen -> seen.release().id());
        var updated =
                Sort.Key.<Seen>instant("r.updatedAt", seen -> seen.release().updatedAt());
        var likeliest =
                Sort.Key.<Seen>day(likeliest(utc), seen -> seen.outlook().likeliest());
        return switch (this) {
            case DATE -> Sort.ascending(day, span, id);
            case DATE_DOWN -> Sort.descending(day, span, id);
            case UPDATED -> Sort.ascending(updated, id);
            case UPDATED_DOWN -> Sort.descending(updated, id);
            case LIKELIEST -> Sort.ascending(likeliest, id);
            case LIKELIEST_DOWN -> Sort.descending(likeliest, id);
        };
    }

    /** What drops next, then what is overdue, then what nobody has dated. */
    static Sort<Seen> whatDropsNext(LocalDate today, LocalDate utc) {
        var group = Sort.Key.<Seen>number(
                ReleaseConditions.group(today),
                seen -> Group.rankOf(seen.outlook().group()));
        var keys = new ArrayList<Sort.Key<Seen, ?>>(List.of(group));
        keys.addAll(DATE.sort(utc).keys());
        return new Sort<>(false, keys);
    }

    /** The stored day, unless somebody has waited past it: then the database looks for the next one. */
    private static String likeliest(LocalDate utc) {
        return """
                coalesce(case when r.status in (RELEASED, CANCELLED) then null
                              when r.likeliestUntil >= date %1$s then r.likeliest
                              else cast(sql('forecast_likeliest(?, ?, ?, ?)', r.forecast.comes, r.forecast.first,
                                            r.forecast.sums, date %1$s) as LocalDate) end, date 9999-12-31)""".formatted(utc);
    }
}
