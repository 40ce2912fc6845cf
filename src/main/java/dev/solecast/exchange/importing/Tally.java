package dev.solecast.exchange.importing;

import java.util.Collection;

/** How many lines came to what; one that is postponed will be counted later. */
record Tally(int created, int updated, int unchanged, int refused, int kept) {

    static Tally of(Collection<Verdict> verdicts) {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        int refused = 0;
        int kept = 0;
        for (var verdict : verdicts) {
            switch (verdict) {
                case Verdict.Accepted accepted -> {
                    kept += accepted.kept().size();
                    switch (accepted.outcome()) {
                        case CREATED -> created++;
                        case UPDATED -> updated++;
                        case UNCHANGED -> unchanged++;
                    }
                }
                case Verdict.Refused refusal -> refused++;
                case Verdict.Postponed postponed -> {}
            }
        }
        return new Tally(created, updated, unchanged, refused, kept);
    }

    int lines() {
        return created + updated + unchanged + refused;
    }
}
