package dev.solecast.catalog.collaborator;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The kind of collaborator. */
public enum CollaboratorKind implements WireName {
    PERSON("person"),
    BRAND("brand"),
    SHOP("shop");

    @EnumeratedValue
    private final String wireName;

    CollaboratorKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
