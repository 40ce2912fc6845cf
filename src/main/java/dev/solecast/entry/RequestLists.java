package dev.solecast.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults for lists in requests. */
public final class RequestLists {

    private RequestLists() {}

    /** A copy of the list; empty if the request left it out. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
