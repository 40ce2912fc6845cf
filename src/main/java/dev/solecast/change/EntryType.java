package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has an address of its own, and so a history in the log. The word is also the name of its table. */
@Schema(name = "EntryType")
public enum EntryType implements WireName {
    BRAND,
    MODEL,
    COLLABORATOR,
    COLLABORATION,
    COLORWAY,
    RELEASE,
    SOURCE;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** The first of the entries' addresses, such as {@code /v1/brands/}; the slug follows. */
    public String address() {
        return "/v1/" + word() + "s/";
    }

    /** How the log names one of them, whatever its slug: {@code brand:12}. */
    public String tag(long id) {
        return word() + ":" + id;
    }
}
