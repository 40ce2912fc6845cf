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

/** A release, and where it stands on the day asked for: what a list orders and shows. */
public sealed interface ListedRelease permits ListedRelease.Looked, ReleaseProjection {

    long id();

    LocalDate sortDay();

    long sortSpan();

    Instant updatedAt();

    /** For orders: undated and resolved ones after all days. */
    LocalDate likeliest();

    /** Null once it is released or cancelled. */
    @Nullable
    UpcomingGroup group();

    /** As callers see it; null leaves the rumors out. */
    ReleaseView view(@Nullable List<Rumor> newest);

    /** The whole release, for what a page cannot tell. */
    record Looked(Release release, ReleaseSnapshot outlook) implements ListedRelease {

        @Override
        public long id() {
            return release.id();
        }

        @Override
        public LocalDate sortDay() {
            return outlook.sortDay();
        }

        @Override
        public long sortSpan() {
            return outlook.sortSpan();
        }

        @Override
        public Instant updatedAt() {
            return release.updatedAt();
        }

        @Override
        public LocalDate likeliest() {
            return outlook.likeliest();
        }

        @Override
        public @Nullable UpcomingGroup group() {
            return outlook.group();
        }

        @Override
        public ReleaseView view(@Nullable List<Rumor> newest) {
            return ReleaseView.of(release, outlook, newest);
        }
    }
}
