package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Word;

/** The orders that every list by name knows; a minus sign turns one round. */
public enum Sorting implements Word {
    NAME("name"),
    NAME_DOWN("-name"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated");

    private final String word;

    Sorting(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
