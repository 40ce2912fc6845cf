package dev.solecast.release.list;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.UpcomingGroup;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds filters on the state of releases; a condition that is not set fits every release. */
final class ReleaseFilterBuilder {

    private List<ReleaseStatus> status = List.of();
    private List<Stage> stage = List.of();
    private List<UpcomingGroup> group = List.of();
    private List<RumorKind> strongestRumor = List.of();
    private @Nullable Double minConfidence;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable RangeMatch match;

    ReleaseFilterBuilder status(List<ReleaseStatus> values) {
        status = values;
        return this;
    }

    ReleaseFilterBuilder stage(List<Stage> values) {
        stage = values;
        return this;
    }

    ReleaseFilterBuilder group(List<UpcomingGroup> values) {
        group = values;
        return this;
    }

    ReleaseFilterBuilder strongestRumor(List<RumorKind> values) {
        strongestRumor = values;
        return this;
    }

    ReleaseFilterBuilder minConfidence(double chance) {
        minConfidence = chance;
        return this;
    }

    /** Sets a range of days, both included; a null day is an open end, a null match the default. */
    ReleaseFilterBuilder range(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable RangeMatch kind) {
        from = first;
        to = last;
        match = kind;
        return this;
    }

    ReleaseFilter build() {
        return new ReleaseFilter(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                status,
                stage,
                group,
                strongestRumor,
                List.of(),
                from,
                to,
                match,
                minConfidence,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
