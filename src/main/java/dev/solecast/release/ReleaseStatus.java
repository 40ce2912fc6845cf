package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Word;
import jakarta.persistence.EnumeratedValue;

/** Where a release stands. */
public enum ReleaseStatus implements Word {
    RUMORED("rumored"),
    CONFIRMED("confirmed"),
    DELAYED("delayed"),
    RELEASED("released"),
    CANCELLED("cancelled");

    @EnumeratedValue
    private final String word;

    ReleaseStatus(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether it is still to come. */
    boolean awaited() {
        return this != RELEASED && this != CANCELLED;
    }
}
