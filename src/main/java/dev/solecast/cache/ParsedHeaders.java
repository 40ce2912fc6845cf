package dev.solecast.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A bounded memo of parsed header values: it holds the first thousand, and parses all others each time. */
final class ParsedHeaders<V> {

    private static final int MAX_ENTRIES = 1_000;
    /** In characters. */
    private static final int MAX_LENGTH = 200;

    private final Function<String, V> parser;
    private final Map<String, V> memo = new ConcurrentHashMap<>();

    ParsedHeaders(Function<String, V> parser) {
        this.parser = parser;
    }

    V parse(String header) {
        var value = memo.get(header);
        if (value == null) {
            value = parser.apply(header);
            if (memo.size() < MAX_ENTRIES && header.length() <= MAX_LENGTH) {
                memo.put(header, value);
            }
        }
        return value;
    }
}
