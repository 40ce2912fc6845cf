package dev.solecast.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * The combined forecast of all rumors about a release, with the weight of each rumor in it.
 *
 * @param weights one for each unretracted rumor: of each origin its representative, then the copies; replaced ones last
 * @param origins the number of independent origins: "4 posts, 1 origin"
 */
public record Assessment(DateDistribution distribution, List<Weight> weights, int origins) {
    /** The number of unretracted rumors, copies included. */
    public int posts() {
        return weights.size();
    }

    public Forecast on(LocalDate today) {
        return distribution.on(today);
    }
}
