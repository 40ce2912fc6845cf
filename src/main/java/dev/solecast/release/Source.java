package dev.solecast.release;

import dev.solecast.catalog.Entry;
import dev.solecast.catalog.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who says something about a release. */
@Entity
class Source extends Entry {

    private String name;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private @Nullable String role;
    private @Nullable String home;
    private @Nullable LocalDate since;

    @SuppressWarnings("NullAway.Init")
    protected Source() {}

    Source(NewSource given, Instant now) {
        super(given.slug(), now);
        name = given.name();
        kind = given.kind();
        role = given.role();
        home = given.home();
        since = given.since();
    }

    Named named() {
        return new Named(slug(), name);
    }

    String name() {
        return name;
    }

    SourceKind kind() {
        return kind;
    }

    @Nullable
    String role() {
        return role;
    }

    @Nullable
    String home() {
        return home;
    }

    /** The day from which it can have said anything; null if not known. */
    @Nullable
    LocalDate since() {
        return since;
    }
}
