package dev.solecast.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what headers mean that many callers send alike; the first thousand of them, the rest it reads again. */
final class ParsedHeaders<V> {

    private static final int MOST = 1_000;
    /** Characters. */
    private static final int LONGEST = 200;

    private final Function<String, V> read;
    private final Map<String, V> known = new ConcurrentHashMap<>();

    ParsedHeaders(Function<String, V> read) {
        this.read = read;
    }

    V of(String header) {
        var meant = known.get(header);
        if (meant == null) {
            meant = read.apply(header);
            if (known.size() < MOST && header.length() <= LONGEST) {
                known.put(header, meant);
            }
        }
        return meant;
    }
}
