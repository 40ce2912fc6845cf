package dev.solecast.forecast;

/**
 * The expectations of a kind of rumor before any release has been resolved. All are supposed, except the size of late
 * moves: of six announced dates that were found because they had moved, five were late, by 25 days on average. They
 * cannot tell how often dates move, or whether that mean holds elsewhere; twenty resolved rumors outweigh it.
 */
final class Prior {
    private static final double LATE_DAYS = 25;

    private Prior() {}

    /** The prior of a kind: chances to come, or never to once called off; late, early and far misses; the lag. */
    static Reliability of(Kind kind) {
        return switch (kind) {
            case OFFICIAL -> new Reliability(0.96, 0.97, 0.30, LATE_DAYS, 0.03, 5, 0.04, 90, 60);
            case RETAILER_LISTING -> new Reliability(0.93, 0.80, 0.30, LATE_DAYS, 0.08, 10, 0.08, 90, 60);
            case TEASER -> new Reliability(0.90, 0.80, 0.30, LATE_DAYS, 0.10, 15, 0.10, 90, 120);
            case SIGHTING -> new Reliability(0.85, 0.80, 0.30, LATE_DAYS, 0.15, 20, 0.15, 100, 150);
            case REPORT -> new Reliability(0.75, 0.60, 0.30, LATE_DAYS, 0.15, 20, 0.20, 100, 150);
            case SPECULATION -> new Reliability(0.50, 0.30, 0.25, LATE_DAYS, 0.20, 25, 0.35, 110, 180);
        };
    }
}
