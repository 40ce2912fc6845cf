package dev.solecast.release.forecast;

/** What is expected of a kind of rumor before any release has been resolved. */
final class Prior {
    private Prior() {}

    static Expectation of(Kind kind) {
        return switch (kind) {
            case OFFICIAL -> new Expectation(0.96, 0.97, 0.30, 28, 0.03, 5, 0.04, 90, 60);
            case RETAILER_LISTING -> new Expectation(0.93, 0.8, 0.30, 28, 0.08, 10, 0.08, 90, 60);
            case TEASER -> new Expectation(0.90, 0.8, 0.30, 28, 0.10, 15, 0.10, 90, 120);
            case SIGHTING -> new Expectation(0.85, 0.8, 0.30, 28, 0.15, 20, 0.15, 100, 150);
            case REPORT -> new Expectation(0.75, 0.6, 0.30, 28, 0.15, 20, 0.20, 100, 150);
            case SPECULATION -> new Expectation(0.50, 0.3, 0.25, 28, 0.20, 25, 0.35, 110, 180);
        };
    }
}
