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
 * @param total the number of items on all pages; only with {@code include=total}, otherwise null
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
        @Schema(description = "How many there are on all pages; only with include=total.")
        @Nullable
        Long total)
        implements Imminent {

    /** The same page with each item mapped to its view. */
    public <V> Page<V> map(Function<? super T, V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next, today, total);
    }

    @Override
    public boolean isImminent(Instant now) {
        return items.stream().anyMatch(item -> item instanceof Imminent it && it.isImminent(now));
    }
}
