package dev.solecast.bench;

import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param tag what the sender has already, for If-None-Match; null if nothing
 */
record Ask(String path, @Nullable String tag) {

    static Ask of(String path) {
        return new Ask(path, null);
    }
}
