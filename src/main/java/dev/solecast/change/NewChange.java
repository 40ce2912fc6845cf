package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change to be logged.
 *
 * @param fields by their public names
 * @param rumor the id of the rumor that caused it; null if none did
 */
public record NewChange(
        @JsonUnwrapped EntityRef subject,
        ChangeKind kind,
        Map<String, FieldChange> fields,
        @Nullable Long rumor) {}
