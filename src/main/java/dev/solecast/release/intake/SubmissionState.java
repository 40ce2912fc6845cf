package dev.solecast.release.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The state of a submission. */
public enum SubmissionState implements WireName {
    WAITING("waiting"),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    @EnumeratedValue
    private final String wireName;

    SubmissionState(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
