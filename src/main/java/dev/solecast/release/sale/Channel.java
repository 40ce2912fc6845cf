package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** Who sells a release first: everybody, or only the brand, the collaborator or one retailer. */
public enum Channel implements WireName {
    WIDE("wide"),
    BRAND("brand"),
    COLLABORATOR("collaborator"),
    RETAILER("retailer");

    @EnumeratedValue
    private final String word;

    Channel(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
