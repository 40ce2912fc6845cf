package dev.solecast.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of keys in ascending order; each may do everything that the roles before it may. */
public enum Role implements WireName {
    READER(Roles.READER),
    CONTRIBUTOR(Roles.CONTRIBUTOR),
    EDITOR(Roles.EDITOR),
    ADMIN(Roles.ADMIN);

    @EnumeratedValue
    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether this role may do everything that the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The wire names of this role and of all roles before it. */
    Set<String> included() {
        return Arrays.stream(values())
                .filter(this::includes)
                .map(Role::wireName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
