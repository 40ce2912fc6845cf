package dev.solecast.release.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** What has become of a rumor that somebody sent in. */
public enum SubmissionState implements WireName {
    WAITING("waiting"),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    @EnumeratedValue
    private final String word;

    SubmissionState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
