package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.evaluation.Teller.Trade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Six years of releases that never were, drawn from a seed.
 *
 * @param stories by the day of their first rumor
 */
record World(Family family, long seed, List<Story> stories) {
    static final int RELEASES = 220;
    private static final int FIRST_DAY = (int) LocalDate.of(2020, 1, 1).toEpochDay();
    private static final int YEARS = 6;

    static World drawn(Family family, long seed) {
        Random chance = new Random(seed * 31 + family.ordinal());
        List<Teller> brands = born(Trade.BRAND, 3, family, chance);
        List<Teller> others = new ArrayList<>();
        others.addAll(born(Trade.RETAILER, 5, family, chance));
        others.addAll(born(Trade.PUBLICATION, 9, family, chance));
        others.addAll(born(Trade.LEAKER, 7, family, chance));
        others.addAll(born(Trade.COMMUNITY, 4, family, chance));
        List<Story> stories = new ArrayList<>();
        while (stories.size() < RELEASES) {
            Plan plan = Plan.drawn(FIRST_DAY + chance.nextInt(YEARS * 365), family, chance);
            List<Telling> told = Gossip.about(plan, brands.get(chance.nextInt(brands.size())), others, family, chance);
            int resolved = resolved(plan, told, chance);
            List<Telling> heard = told.stream()
                    .filter(telling -> telling.said() < resolved)
                    .sorted(Comparator.comparingInt(Telling::said))
                    .toList();
            if (!heard.isEmpty()) {
                Integer released = plan.comes() ? resolved : null;
                stories.add(new Story("release-" + stories.size(), released, resolved, heard));
            }
        }
        stories.sort(Comparator.comparingInt(Story::begins));
        return new World(family, seed, List.copyOf(stories));
    }

    private static List<Teller> born(Trade trade, int count, Family family, Random chance) {
        List<Teller> tellers = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            tellers.add(Teller.born(trade, number, family, chance));
        }
        return tellers;
    }

    /** What was dropped in silence is given up for lost two to ten months after its day. */
    private static int resolved(Plan plan, List<Telling> told, Random chance) {
        if (plan.comes()) {
            return plan.last();
        }
        int forgotten = plan.last() + 60 + chance.nextInt(240);
        return told.stream()
                .filter(telling -> telling.cancels() && telling.source().startsWith("brand"))
                .mapToInt(telling -> telling.said() + 1)
                .min()
                .orElse(forgotten);
    }
}
