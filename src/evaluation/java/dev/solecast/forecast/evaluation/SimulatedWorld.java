package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.evaluation.SimulatedSource.Trade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Six years of simulated releases, drawn from a seed.
 *
 * @param releases in the order of their first rumors
 */
record SimulatedWorld(Family family, long seed, List<SimulatedRelease> releases) {
    static final int RELEASES = 220;
    private static final int FIRST_DAY = (int) LocalDate.of(2020, 1, 1).toEpochDay();
    private static final int YEARS = 6;

    static SimulatedWorld drawn(Family family, long seed) {
        Random random = new Random(seed * 31 + family.ordinal());
        List<SimulatedSource> brands = drawn(Trade.BRAND, 3, family, random);
        List<SimulatedSource> others = new ArrayList<>();
        others.addAll(drawn(Trade.RETAILER, 5, family, random));
        others.addAll(drawn(Trade.PUBLICATION, 9, family, random));
        others.addAll(drawn(Trade.LEAKER, 7, family, random));
        others.addAll(drawn(Trade.COMMUNITY, 4, family, random));
        List<SimulatedRelease> releases = new ArrayList<>();
        while (releases.size() < RELEASES) {
            TrueDate plan = TrueDate.drawn(FIRST_DAY + random.nextInt(YEARS * 365), family, random);
            List<SimulatedRumor> all =
                    SimulatedRumors.about(plan, brands.get(random.nextInt(brands.size())), others, family, random);
            int resolved = resolved(plan, all, random);
            List<SimulatedRumor> rumors = all.stream()
                    .filter(rumor -> rumor.said() < resolved)
                    .sorted(Comparator.comparingInt(SimulatedRumor::said))
                    .toList();
            if (!rumors.isEmpty()) {
                Integer released = plan.comes() ? resolved : null;
                releases.add(new SimulatedRelease("release-" + releases.size(), released, resolved, rumors));
            }
        }
        releases.sort(Comparator.comparingInt(SimulatedRelease::firstDay));
        return new SimulatedWorld(family, seed, List.copyOf(releases));
    }

    private static List<SimulatedSource> drawn(Trade trade, int count, Family family, Random random) {
        List<SimulatedSource> sources = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            sources.add(SimulatedSource.drawn(trade, i, family, random));
        }
        return sources;
    }

    /** The day of the outcome; a release dropped without a word counts as given up two to ten months after its day. */
    private static int resolved(TrueDate plan, List<SimulatedRumor> all, Random random) {
        if (plan.comes()) {
            return plan.last();
        }
        int givenUp = plan.last() + 60 + random.nextInt(240);
        return all.stream()
                .filter(rumor -> rumor.cancels() && rumor.source().startsWith("brand"))
                .mapToInt(rumor -> rumor.said() + 1)
                .min()
                .orElse(givenUp);
    }
}
