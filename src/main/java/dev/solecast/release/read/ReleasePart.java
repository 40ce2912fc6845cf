package dev.solecast.release.read;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Word;

/** What one release can be given with on request. */
public enum ReleasePart implements Word {
    /** Its newest rumors. */
    RUMORS;

    @Override
    @JsonValue
    public String word() {
        return "rumors";
    }
}
