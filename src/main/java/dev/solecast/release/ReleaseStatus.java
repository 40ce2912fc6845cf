package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Set;

/** Where a release stands. */
public enum ReleaseStatus implements WireName {
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

    /** Where it can go from here; to the same again mends its day, its window or its reason. */
    Set<ReleaseStatus> next() {
        return switch (this) {
            case RUMORED -> EnumSet.complementOf(EnumSet.of(RUMORED));
            case CONFIRMED, DELAYED -> EnumSet.allOf(ReleaseStatus.class);
            case RELEASED -> EnumSet.complementOf(EnumSet.of(CANCELLED));
            case CANCELLED -> EnumSet.complementOf(EnumSet.of(RELEASED));
        };
    }

    /** Whether it is still to come. */
    public boolean awaited() {
        return this != RELEASED && this != CANCELLED;
    }
}
