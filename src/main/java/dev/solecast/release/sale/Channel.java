package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The first seller of a release: all retailers, or only the brand, the collaborator or one retailer. */
public enum Channel implements WireName {
    WIDE("wide"),
    BRAND("brand"),
    COLLABORATOR("collaborator"),
    RETAILER("retailer");

    @EnumeratedValue
    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
