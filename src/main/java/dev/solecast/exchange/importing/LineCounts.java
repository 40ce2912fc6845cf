package dev.solecast.exchange.importing;

import java.util.Collection;

/** How many lines came to what; one that is postponed will be counted later. */
record LineCounts(int created, int updated, int unchanged, int refused, int kept) {

    static LineCounts of(Collection<LineResult> verdicts) {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        int refused = 0;
        int kept = 0;
        for (var verdict : verdicts) {
            switch (verdict) {
                case LineResult.Accepted accepted -> {
                    kept += accepted.kept().size();
                    switch (accepted.outcome()) {
                        case CREATED -> created++;
                        case UPDATED -> updated++;
                        case UNCHANGED -> unchanged++;
                    }
                }
                case LineResult.Refused refusal -> refused++;
                case LineResult.Postponed postponed -> {}
            }
        }
        return new LineCounts(created, updated, unchanged, refused, kept);
    }

    int lines() {
        return created + updated + unchanged + refused;
    }
}
