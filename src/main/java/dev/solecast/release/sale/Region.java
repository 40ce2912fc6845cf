package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The region in which a release goes on sale: an ISO 3166-1 country, {@code EU} or {@code WW} (worldwide). */
@Schema(
        name = "Region",
        type = SchemaType.STRING,
        pattern = "^[A-Z]{2}$",
        maxLength = 2,
        description = "ISO 3166-1 alpha-2 code, EU, or WW for worldwide.",
        examples = "US")
public record Region(@JsonValue String code) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The member states of the European Union since 2020, in its protocol order. */
    private static final Set<String> EU_MEMBERS = Set.of(
            "BE", "BG", "CZ", "DK", "DE", "EE", "IE", "GR", "ES", "FR", "HR", "IT", "CY", "LV", "LT", "LU", "HU", "MT",
            "NL", "AT", "PL", "PT", "RO", "SI", "SK", "FI", "SE");

    /** Rejects a code that names no region. */
    public Region {
        if (!COUNTRIES.contains(code) && !code.equals("EU") && !code.equals("WW")) {
            throw new IllegalArgumentException("a region is an ISO 3166-1 country code such as US, or EU, or WW");
        }
    }

    /** The present day where it begins first in the region; no day that has begun anywhere in it is later. */
    public LocalDate latestDay(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LatestZones.of(code));
    }

    /** The present day in a country; in the Union and the whole world, where it is several, that in UTC. */
    public LocalDate today(Clock clock) {
        return code.equals("EU") || code.equals("WW")
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                : latestDay(clock);
    }

    /** The fault of a day that has not begun anywhere in the region, as the rest of a sentence; null if it has. */
    public @Nullable String findFault(LocalDate day, Clock clock) {
        var latest = latestDay(clock);
        if (!day.isAfter(latest)) {
            return null;
        }
        return "has not come yet; it is " + latest + (code.equals("WW") ? " where it is latest." : " in " + code + ".");
    }

    /** The regions whose releases are sold here, too: this one, EU for its members, and WW. */
    public List<String> covering() {
        return Stream.concat(Stream.of(code, "WW"), Stream.of("EU").filter(union -> EU_MEMBERS.contains(code)))
                .distinct()
                .toList();
    }
}
