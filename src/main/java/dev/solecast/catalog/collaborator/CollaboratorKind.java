package dev.solecast.catalog.collaborator;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** What a collaborator is. */
public enum CollaboratorKind implements WireName {
    PERSON("person"),
    BRAND("brand"),
    SHOP("shop");

    @EnumeratedValue
    private final String word;

    CollaboratorKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
