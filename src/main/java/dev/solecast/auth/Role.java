package dev.solecast.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do, from least to most; each role may do all that those before it may. */
public enum Role implements WireName {
    READER(Roles.READER),
    CONTRIBUTOR(Roles.CONTRIBUTOR),
    EDITOR(Roles.EDITOR),
    ADMIN(Roles.ADMIN);

    @EnumeratedValue
    private final String word;

    Role(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether this role may do what that one may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The words of this role and of all before it. */
    Set<String> included() {
        return Arrays.stream(values()).filter(this::includes).map(Role::word).collect(Collectors.toUnmodifiableSet());
    }
}
