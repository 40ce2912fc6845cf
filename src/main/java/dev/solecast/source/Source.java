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

/** A source of rumors about releases. */
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

    Source(Slug slug, NewSource document, Instant now) {
        super(slug.text(), now);
        revise(document, now);
    }

    /** Takes over the content of the document, except the slug. */
    final void revise(NewSource document, Instant now) {
        name = document.name();
        kind = document.kind();
        role = document.role();
        home = document.home();
        since = document.since();
        markUpdated(now);
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

    /** The first day on which it can have said anything; null if unknown. */
    public @Nullable LocalDate since() {
        return since;
    }
}
