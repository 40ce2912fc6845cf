package dev.solecast.source;

import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes sources. */
@Singleton
public class SourceEditing extends Editing<Source, NewSource, SourceView> {

    SourceEditing(Sources sources, EditingSupport desk) {
        super(sources, NewSource.class, desk);
    }

    @Override
    protected Source make(NewSource given, Slug slug, Instant now) {
        return new Source(slug, given, now);
    }

    @Override
    protected void revise(Source source, NewSource given, Instant now) {
        source.revise(given, now);
    }

    @Override
    protected NewSource document(Source source) {
        return new NewSource(source.slug(), source.name(), source.kind(), source.role(), source.home(), source.since());
    }

    @Override
    protected SourceView view(Source source) {
        return SourceView.of(source);
    }

    @Override
    protected List<String> names(NewSource given) {
        return List.of(given.name());
    }
}
