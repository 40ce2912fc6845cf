package dev.solecast.exchange.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of a finding. */
@Schema(
        name = "FindingKind",
        description = "`refused`: the line was not taken in. `kept`: the field was left as an editor had set it."
                + " `matched`: nothing but a slug made of its names tells that the line means this entry, and it was"
                + " changed. `incomplete`: the line was taken in without a reference to something that is missing."
                + " `changed`: what the field was and would become; of a dry run only.")
public enum FindingKind implements WireName {
    REFUSED("refused"),
    KEPT("kept"),
    MATCHED("matched"),
    INCOMPLETE("incomplete"),
    CHANGED("changed");

    @EnumeratedValue
    private final String word;

    FindingKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String wireName() {
        return word;
    }
}
