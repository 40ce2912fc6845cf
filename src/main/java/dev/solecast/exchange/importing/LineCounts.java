package dev.solecast.exchange.importing;

import java.util.Collection;

/**
 * The number of lines by result; postponed lines are counted when they have one.
 *
 * @param kept the number of fields, not lines, that were left as editors had set them
 */
record LineCounts(int created, int updated, int unchanged, int refused, int kept) {

    static LineCounts of(Collection<LineResult> results) {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        int refused = 0;
        int kept = 0;
        for (var result : results) {
            switch (result) {
                case LineResult.Accepted accepted -> {
                    kept += accepted.protectedFields().size();
                    switch (accepted.outcome()) {
                        case CREATED -> created++;
                        case UPDATED -> updated++;
                        case UNCHANGED -> unchanged++;
                    }
                }
                case LineResult.Refused refusedLine -> refused++;
                case LineResult.Postponed postponed -> {}
            }
        }
        return new LineCounts(created, updated, unchanged, refused, kept);
    }

    int lines() {
        return created + updated + unchanged + refused;
    }
}
