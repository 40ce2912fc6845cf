package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
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
    private Set<ReleaseStatus> allowedNext() {
        return switch (this) {
            case RUMORED -> EnumSet.complementOf(EnumSet.of(RUMORED));
            case CONFIRMED, DELAYED -> EnumSet.allOf(ReleaseStatus.class);
            case RELEASED -> EnumSet.complementOf(EnumSet.of(CANCELLED));
            case CANCELLED -> EnumSet.complementOf(EnumSet.of(RELEASED));
        };
    }

    /**
     * Requires that a status may follow this one.
     *
     * @throws Problem 409 that names the release and lists the possible statuses
     */
    public void requireNext(ReleaseStatus next, String release) {
        if (!allowedNext().contains(next)) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "\"%s\" is %s and cannot become %s; it can become %s."
                            .formatted(release, wireName(), next.wireName(), WireName.list(allowedNext())));
        }
    }

    /** Whether it is still to come. */
    public boolean awaited() {
        return this != RELEASED && this != CANCELLED;
    }
}
