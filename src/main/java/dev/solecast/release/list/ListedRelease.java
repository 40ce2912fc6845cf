package dev.solecast.release.list;

import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Rumor;
import dev.solecast.release.UpcomingGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A release and its state on the requested day, as lists order and show it. */
public sealed interface ListedRelease permits ListedRelease.OfEntity, ReleaseProjection {

    long id();

    LocalDate sortDay();

    long sortSpan();

    Instant updatedAt();

    /** The sort key by likeliest day; after all days if it is undated or resolved. */
    LocalDate likeliest();

    /** The group in the upcoming list; null once it is released or cancelled. */
    @Nullable
    UpcomingGroup group();

    /** The view for callers; null leaves the rumors out. */
    ReleaseView view(@Nullable List<Rumor> newest);

    /** A release read as an entity, where {@link ReleaseProjection} cannot be used. */
    record OfEntity(Release release, ReleaseSnapshot snapshot) implements ListedRelease {

        @Override
        public long id() {
            return release.id();
        }

        @Override
        public LocalDate sortDay() {
            return snapshot.sortDay();
        }

        @Override
        public long sortSpan() {
            return snapshot.sortSpan();
        }

        @Override
        public Instant updatedAt() {
            return release.updatedAt();
        }

        @Override
        public LocalDate likeliest() {
            return snapshot.likeliest();
        }

        @Override
        public @Nullable UpcomingGroup group() {
            return snapshot.group();
        }

        @Override
        public ReleaseView view(@Nullable List<Rumor> newest) {
            return ReleaseView.of(release, snapshot, newest);
        }
    }
}
