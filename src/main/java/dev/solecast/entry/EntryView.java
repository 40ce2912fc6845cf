package dev.solecast.entry;

import dev.solecast.http.response.Versioned;

/** The view of an entry for callers. */
public interface EntryView extends Versioned {

    String slug();
}
