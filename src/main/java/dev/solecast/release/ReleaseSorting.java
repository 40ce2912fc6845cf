package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.Sort;
import dev.solecast.http.Word;
import java.time.LocalDate;

/** The orders of a list of releases. */
public enum ReleaseSorting implements Word {
    /** By the window's last day, then the narrower window; open ends after all days, undated after those. */
    DATE("date"),
    DATE_DOWN("-date"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated");

    static final Sort.Key<Release, LocalDate> DAY = Sort.Key.day("r.sortDay", Release::sortDay);
    static final Sort.Key<Release, Long> SPAN = Sort.Key.number("r.sortSpan", Release::sortSpan);
    static final Sort.Key<Release, Long> ID = Sort.Key.number("r.id", Release::id);

    private final String word;

    ReleaseSorting(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    Sort<Release> sort() {
        var updated = Sort.Key.<Release>instant("r.updatedAt", Release::updatedAt);
        return switch (this) {
            case DATE -> Sort.ascending(DAY, SPAN, ID);
            case DATE_DOWN -> Sort.descending(DAY, SPAN, ID);
            case UPDATED -> Sort.ascending(updated, ID);
            case UPDATED_DOWN -> Sort.descending(updated, ID);
        };
    }
}
