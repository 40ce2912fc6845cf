package dev.solecast.release.read;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The optional additions to one release. */
@Schema(name = "ReleasePart")
public enum ReleaseDetailInclude implements WireName {
    /** Its newest rumors. */
    RUMORS;

    @Override
    @JsonValue
    public String wireName() {
        return "rumors";
    }
}
