package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Word;
import jakarta.persistence.EnumeratedValue;

/** How a retailer sells a pair. */
public enum Method implements Word {
    ONLINE("online"),
    DRAW("draw"),
    IN_STORE("in-store");

    @EnumeratedValue
    private final String word;

    Method(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
