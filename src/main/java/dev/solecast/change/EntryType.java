package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The types of entries that have an address, and so a history in the log. Their names are those of their tables. */
@Schema(name = "EntryType")
public enum EntryType implements WireName {
    BRAND,
    MODEL,
    COLLABORATOR,
    COLLABORATION,
    COLORWAY,
    RELEASE,
    SOURCE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The path before the slug of an entry, such as {@code /v1/brands/}. */
    public String address() {
        return "/v1/" + wireName() + "s/";
    }

    /** The tag of one entry in the log, independent of its slug: {@code brand:12}. */
    public String tag(long id) {
        return wireName() + ":" + id;
    }
}
