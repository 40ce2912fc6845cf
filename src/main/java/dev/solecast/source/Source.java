package dev.solecast.source;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Entry;
import dev.solecast.entry.Named;
import dev.solecast.http.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who says something about a release. */
@Entity
public class Source extends Entry {

    private String name;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private @Nullable String role;
    private @Nullable String home;
    private @Nullable LocalDate since;

    @SuppressWarnings("NullAway.Init")
    protected Source() {}

    Source(Slug slug, NewSource given, Instant now) {
        super(slug.text(), now);
        revise(given, now);
    }

    /** Becomes what is given, but for its slug. */
    final void revise(NewSource given, Instant now) {
        name = given.name();
        kind = given.kind();
        role = given.role();
        home = given.home();
        since = given.since();
        changedAt(now);
    }

    @Override
    public EntryType type() {
        return EntryType.SOURCE;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.empty();
    }

    public Named named() {
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
    public @Nullable LocalDate since() {
        return since;
    }
}
