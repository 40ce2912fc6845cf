package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.http.response.Imminent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items in the requested order
 * @param next the address of the page after this one, from the root of this service; null on the last page
 * @param today the day that counted as today, in the requested zone
 * @param total the number of items on all pages, at most {@link #MAX_TOTAL}; null unless {@code include=total} asks
 * @param totalIsExact whether there are no more than the total says; null without a total
 */
public record Page<T>(
        List<T> items,

        @Schema(
                description = "Address of the next page, from the root of this service; null on the last page.",
                examples = "/v1/releases/upcoming?cursor=WyJiN2Qy")
        @Nullable
        String next,

        @Schema(description = "The day that counted as today.")
        LocalDate today,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "How many there are on all pages, counted up to 10,000; only with include=total.",
                maximum = "10000")
        @Nullable
        Long total,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "false: there are more than the total says. Only with include=total.")
        @Nullable
        Boolean totalIsExact)
        implements Imminent {

    /** The highest total: counting on would cost more with every entry that is added. */
    public static final long MAX_TOTAL = 10_000;

    /** A page with a total that was counted to one more than {@link #MAX_TOTAL}; null if nobody asked for it. */
    static <T> Page<T> of(List<T> items, @Nullable String next, LocalDate today, @Nullable Long counted) {
        return counted == null
                ? new Page<>(items, next, today, null, null)
                : new Page<>(items, next, today, Math.min(counted, MAX_TOTAL), counted <= MAX_TOTAL);
    }

    /** The same page with each item mapped to its view. */
    public <V> Page<V> map(Function<? super T, V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next, today, total, totalIsExact);
    }

    @Override
    public boolean isImminent(Instant now) {
        return items.stream().anyMatch(item -> item instanceof Imminent it && it.isImminent(now));
    }
}
