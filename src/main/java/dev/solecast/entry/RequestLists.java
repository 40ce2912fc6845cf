package dev.solecast.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in requests. */
public final class RequestLists {

    private RequestLists() {}

    /** The list, or an empty one where a request left it out. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
