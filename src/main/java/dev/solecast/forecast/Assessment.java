package dev.solecast.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What all rumors say together, and what each has to do with it.
 *
 * @param weights one for each rumor that stands, in the order of origins: who speaks, then who repeats them
 * @param origins how many independent voices there are: "4 posts, 1 origin"
 */
public record Assessment(DateDistribution belief, List<Weight> weights, int origins) {
    public int posts() {
        return weights.size();
    }

    public Forecast on(LocalDate today) {
        return belief.on(today);
    }
}
