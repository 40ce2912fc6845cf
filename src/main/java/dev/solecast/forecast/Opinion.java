package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;

/**
 * What one origin contributes.
 *
 * @param left the share of its days that is still to come
 * @param weight its share of the belief about the day, before all are scaled to sum to 1
 * @param comes its chance that the release comes, as of {@code now}
 * @param errorDays by how much its day is usually missed
 * @param dated whether it rests on a window and not on a usual lag
 */
record Opinion(
        Origin origin,
        DayDistribution curve,
        double left,
        double weight,
        double comes,
        double errorDays,
        boolean dated) {

    /**
     * @param now the day of the newest rumor, days since 1970; until then the release had not come, so that a voice
     *     whose days have passed has less left to say
     * @param talkedFor days between the first and the newest rumor
     */
    static Opinion of(Origin origin, List<Origin> all, Records records, int now, int talkedFor, int end) {
        Evidence rumor = origin.speaks();
        Reliability expected = records.expected(rumor.source(), rumor.kind());
        int said = day(rumor.saidOn());
        Window window = rumor.window();
        LocalDate earliest = window == null ? null : window.earliest();
        LocalDate latest = window == null ? null : window.latest();
        int from = Math.clamp(earliest == null ? said : day(earliest), said, end - 1);
        boolean dated = latest != null && !latest.isBefore(rumor.saidOn());
        int to = dated && latest != null ? Math.clamp(day(latest), from, end - 1) : from;
        double error = dated ? expected.error(to - from) : expected.lagDays();
        DayDistribution curve = dated
                ? DayDistribution.around(from, to, expected, said, end)
                : DayDistribution.lagging(from, expected.lagDays(), said, end);
        double left = curve.left(now);
        double age = now - day(origin.newest().saidOn());
        double weight = left
                * Math.pow(Parameters.LEAST_ERROR_DAYS + error, -Parameters.SHARPNESS)
                * Math.pow(2, -age / Parameters.HALF_LIFE_DAYS);
        double comes = comes(origin, all, records, talkedFor);
        return new Opinion(origin, curve, left, weight, waited(comes, left), error, dated);
    }

    /** Cancellations discount what was said until then; talk about a shoe that nobody sees grows stale. */
    private static double comes(Origin origin, List<Origin> all, Records records, int talkedFor) {
        if (origin.cancels()) {
            return 1 - cancelled(origin, records);
        }
        double comes = records.expected(origin.newest().source(), origin.kind()).comes();
        if (!origin.kind().firstHand()) {
            double stale = (talkedFor - Parameters.UNSEEN_USUAL_DAYS) / Parameters.UNSEEN_HALF_LIFE_DAYS;
            double odds = comes / (1 - comes) * Math.pow(2, -stale);
            comes = odds / (1 + odds);
        }
        for (Origin other : all) {
            if (other.cancels()
                    && !other.newest().saidOn().isBefore(origin.newest().saidOn())) {
                comes *= 1 - cancelled(other, records);
            }
        }
        return comes;
    }

    private static double cancelled(Origin origin, Records records) {
        return records.expected(origin.newest().source(), origin.kind()).cancelled();
    }

    /** Bayes: the chance that it still comes when a share {@code left} of its days is to come. */
    static double waited(double comes, double left) {
        return comes * left / (1 - comes + comes * left);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
