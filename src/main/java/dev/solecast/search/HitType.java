package dev.solecast.search;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import java.util.Locale;

/** The types of entries found, the most general first: of two equally good hits the more general is ranked first. */
public enum HitType implements WireName {
    BRAND("brand"),
    COLLABORATOR("collaborator"),
    MODEL("model"),
    COLLABORATION("collaboration"),
    COLORWAY("colorway"),
    RELEASE("release");

    private final String wireName;

    HitType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    static HitType of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The path of the entry with this slug in the API. */
    String address(String slug) {
        return "/v1/" + wireName + "s/" + slug;
    }
}
