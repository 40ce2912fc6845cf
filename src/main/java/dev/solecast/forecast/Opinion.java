package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;

/**
 * The contribution of one origin to a forecast.
 *
 * @param remaining the share of its days that is still to come
 * @param weight its weight in the pooled day distribution, before all are scaled to sum to 1
 * @param comes its chance that the release comes, as of the newest rumor
 * @param errorDays the expected distance of the release from its day, in days
 * @param dated whether it rests on a window and not on a usual lag
 */
record Opinion(
        Origin origin,
        DayDistribution distribution,
        double remaining,
        double weight,
        double comes,
        double errorDays,
        boolean dated) {

    /**
     * Derives the opinion of an origin.
     *
     * @param now the day of the newest rumor, in days since 1970-01-01; until then the release had not come, so an
     *     opinion whose days have passed has less weight left
     * @param talkDays days between the first and the newest rumor
     * @param end the first day past the range of its distribution, in days since 1970-01-01
     */
    static Opinion of(Origin origin, List<Origin> all, Records records, int now, int talkDays, int end) {
        Evidence rumor = origin.representative();
        Reliability reliability = records.reliability(rumor.source(), rumor.kind());
        int said = epochDay(rumor.saidOn());
        Window window = rumor.window();
        LocalDate earliest = window == null ? null : window.earliest();
        LocalDate latest = window == null ? null : window.latest();
        int from = Math.clamp(earliest == null ? said : epochDay(earliest), said, end - 1);
        boolean dated = latest != null && !latest.isBefore(rumor.saidOn());
        int to = dated && latest != null ? Math.clamp(epochDay(latest), from, end - 1) : from;
        double error = dated ? reliability.expectedErrorDays(to - from) : reliability.lagDays();
        DayDistribution distribution = dated
                ? DayDistribution.around(from, to, reliability, said, end)
                : DayDistribution.lagging(from, reliability.lagDays(), said, end);
        double left = distribution.massFrom(now);
        double age = now - epochDay(origin.newest().saidOn());
        double weight = left
                * Math.pow(Parameters.LEAST_ERROR_DAYS + error, -Parameters.SHARPNESS)
                * Math.pow(2, -age / Parameters.HALF_LIFE_DAYS);
        double comes = comes(origin, all, records, talkDays);
        return new Opinion(origin, distribution, left, weight, chanceAfterWait(comes, left), error, dated);
    }

    /** Discounts rumors that a later cancellation contradicts, and long talk about a shoe that nobody has seen. */
    private static double comes(Origin origin, List<Origin> all, Records records, int talkDays) {
        if (origin.cancels()) {
            return 1 - cancelledChance(origin, records);
        }
        double comes =
                records.reliability(origin.newest().source(), origin.kind()).comes();
        if (!origin.kind().firstHand()) {
            double stale = (talkDays - Parameters.UNSEEN_USUAL_DAYS) / Parameters.UNSEEN_HALF_LIFE_DAYS;
            double odds = comes / (1 - comes) * Math.pow(2, -stale);
            comes = odds / (1 + odds);
        }
        for (Origin other : all) {
            if (other.cancels()
                    && !other.newest().saidOn().isBefore(origin.newest().saidOn())) {
                comes *= 1 - cancelledChance(other, records);
            }
        }
        return comes;
    }

    private static double cancelledChance(Origin origin, Records records) {
        return records.reliability(origin.newest().source(), origin.kind()).cancelled();
    }

    /** The posterior chance (Bayes) that it still comes when a share {@code left} of its days is to come. */
    static double chanceAfterWait(double comes, double left) {
        return comes * left / (1 - comes + comes * left);
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
