package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Share;
import dev.solecast.source.Estimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The accuracy of the forecasts of releases that have been resolved. */
@Schema(name = "Accuracy", description = "How the forecasts did; how each figure is made: /docs/method/.")
public record AccuracyView(
        @Schema(examples = "12 releases have been resolved that had been forecast; 30 still are awaited.")
        String summary,

        @Schema(description = "Only forecasts by this version are counted.", examples = "1")
        String methodVersion,

        @Schema(description = "Releases that came or were cancelled, and had been forecast before.", examples = "12")
        long releases,

        @Schema(description = "Releases that have a forecast and are still to come: nobody knows yet how these did.")
        long awaited,

        @Schema(
                description = "Those of them whose window is over. As what is late is resolved late, all figures here "
                        + "look better than they will when these are resolved.")
        long overdue,

        @Schema(description = "How the forecast did so many days before the outcome; empty with nothing resolved.")
        List<Lead> leads,

        @Schema(description = "Whether chances were as large as they should be; null with nothing resolved.") @Nullable
        Calibration calibration,

        @Schema(
                description = "Of the forecasts with a chance to come between this and that, how many came within 730 "
                        + "days. On every 30th day of a release's life.")
        List<Reliability> happens) {

    static AccuracyView of(AccuracySums sums) {
        return new AccuracyView(
                sums.releases() == 0
                        ? "No release that was forecast has been resolved yet, so there is nothing to show."
                        : sums.releases() + (sums.releases() == 1 ? " release has" : " releases have")
                                + " been resolved that had been forecast; " + sums.awaited() + " still "
                                + (sums.awaited() == 1 ? "is" : "are") + " awaited.",
                Forecast.METHOD_VERSION,
                sums.releases(),
                sums.awaited(),
                sums.overdue(),
                sums.leads().stream().map(Lead::of).toList(),
                Calibration.of(sums.pits(), sums.sampledReleases()),
                sums.happens().stream().map(Reliability::of).toList());
    }

    /** The accuracy at one distance from the outcome. */
    @Schema(name = "AccuracyAtLead")
    public record Lead(
            @Schema(description = "Days before it came or was cancelled.", examples = "30")
            int days,

            @Schema(description = "CRPS over 730 days, in days; 0 at best.")
            Estimate crps,

            @Schema(description = "The squared error of happens; 0 at best, 1 at worst.")
            Estimate brier,

            @Schema(description = "The same of confidence: that it comes inside the window shown. Null if none was.")
            @Nullable
            Estimate brierOfWindow,

            @Schema(
                    description = "By simple rule, 1 - CRPS / CRPS of the rule: 1 at best, 0 if it does no better. "
                            + "A rule that never erred is left out.",
                    examples = "{\"latest-claim\": {\"n\": 12, \"value\": 0.41, \"from\": 0.2, \"to\": 0.62}}")
            Map<String, Estimate> skill) {

        static Lead of(AccuracySums.Lead sums) {
            var skill = new TreeMap<String, Estimate>();
            for (var baseline : Baseline.values()) {
                var against = sums.findSkill(baseline);
                if (against != null) {
                    skill.put(baseline.word(), Estimate.of(against));
                }
            }
            return new Lead(
                    sums.days(),
                    Estimate.of(sums.crps()),
                    Estimate.of(sums.brier()),
                    sums.brierOfWindow() == null ? null : Estimate.of(sums.brierOfWindow()),
                    skill);
        }
    }

    /**
     * The randomized probability integral transform (PIT): the quantile of the forecast at which the outcome fell,
     * uniform between 0 and 1 for calibrated forecasts.
     */
    @Schema(name = "Calibration")
    public record Calibration(
            @Schema(description = "Releases; intervals are as wide as if each had been counted once.")
            int releases,

            @Schema(description = "The share between 0.25 and 0.75; 0.5 is right, less is too sure.")
            Estimate within50,

            @Schema(description = "The share between 0.1 and 0.9; 0.8 is right.")
            Estimate within80,

            @Schema(description = "How many fell in each tenth.", examples = "[4, 5, 4, 6, 5, 5, 4, 5, 6, 4]")
            List<Integer> tenths) {

        static @Nullable Calibration of(List<AccuracySums.Tenth> tenths, int releases) {
            int n = tenths.stream().mapToInt(AccuracySums.Tenth::n).sum();
            if (n == 0) {
                return null;
            }
            int within50 =
                    tenths.stream().mapToInt(AccuracySums.Tenth::within50).sum();
            int within80 =
                    tenths.stream().mapToInt(AccuracySums.Tenth::within80).sum();
            return new Calibration(
                    releases,
                    Estimate.of(Share.of(within50, n, releases)),
                    Estimate.of(Share.of(within80, n, releases)),
                    IntStream.range(0, 10)
                            .map(i -> tenths.stream()
                                    .filter(tenth -> tenth.tenth() == i)
                                    .mapToInt(AccuracySums.Tenth::n)
                                    .sum())
                            .boxed()
                            .toList());
        }
    }

    /** The forecasts whose chance to come lies in one tenth. */
    @Schema(name = "Reliability")
    public record Reliability(
            @Schema(examples = "0.8") BigDecimal from,
            @Schema(examples = "0.9") BigDecimal to,
            int releases,

            @Schema(description = "The mean chance that they gave.", examples = "0.8512")
            BigDecimal told,

            @Schema(description = "The share that came; the interval as if each release had been counted once.")
            Estimate came) {

        static Reliability of(AccuracySums.Bin bin) {
            return new Reliability(
                    BigDecimal.valueOf(bin.tenth(), 1),
                    BigDecimal.valueOf(bin.tenth() + 1L, 1),
                    bin.releases(),
                    Estimate.rounded(bin.chanceSum() / bin.n()),
                    Estimate.of(Share.of(bin.came(), bin.n(), bin.releases())));
        }
    }
}
