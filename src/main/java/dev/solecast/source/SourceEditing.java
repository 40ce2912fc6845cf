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

    private final SourceRecordReader records;

    SourceEditing(Sources sources, SourceRecordReader records, EditingSupport support) {
        super(sources, NewSource.class, support);
        this.records = records;
    }

    @Override
    protected Source create(NewSource document, Slug slug, Instant now) {
        return new Source(slug, document, now);
    }

    @Override
    protected void revise(Source source, NewSource document, Instant now) {
        source.revise(document, now);
    }

    @Override
    protected NewSource document(Source source) {
        return new NewSource(source.slug(), source.name(), source.kind(), source.role(), source.home(), source.since());
    }

    @Override
    protected SourceView view(Source source) {
        return SourceView.of(source, records.read(source));
    }

    @Override
    protected List<String> slugParts(NewSource document) {
        return List.of(document.name());
    }
}
