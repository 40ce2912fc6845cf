package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Set;

/** The status of a release. */
public enum ReleaseStatus implements WireName {
    RUMORED("rumored"),
    CONFIRMED("confirmed"),
    DELAYED("delayed"),
    RELEASED("released"),
    CANCELLED("cancelled");

    @EnumeratedValue
    private final String wireName;

    ReleaseStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The statuses that may follow; the same one again corrects its day, its window or its reason. */
    Set<ReleaseStatus> allowedNext() {
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
