package dev.solecast.search;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** What can be found, the most general first: of two equally good hits the earlier leads on to the later. */
public enum HitType implements WireName {
    BRAND("brand"),
    COLLABORATOR("collaborator"),
    MODEL("model"),
    COLLABORATION("collaboration"),
    COLORWAY("colorway"),
    RELEASE("release");

    private final String word;

    HitType(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    static HitType of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** Where one of them is to be had. */
    String address(String slug) {
        return "/v1/" + word + "s/" + slug;
    }
}
