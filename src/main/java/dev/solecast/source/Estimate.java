package dev.solecast.source;

import dev.solecast.forecast.Mean;
import dev.solecast.forecast.MedianSlip;
import dev.solecast.forecast.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statistical estimate with its sample size and its 95 % confidence interval. */
@Schema(name = "Measure", description = "A figure with the interval that holds the true one 95 times of 100.")
public record Estimate(
        @Schema(description = "How many it rests on, at least 1.", examples = "12")
        long n,

        @Schema(examples = "0.75") BigDecimal value,

        @Schema(description = "Null where so few say nothing.", examples = "0.4677") @Nullable
        BigDecimal from,

        @Schema(examples = "0.9111") @Nullable BigDecimal to) {

    public static Estimate of(Share share) {
        return of(share.n(), share.share(), share.from(), share.to());
    }

    public static Estimate of(Mean mean) {
        return of(mean.n(), mean.value(), mean.from(), mean.to());
    }

    public static Estimate of(MedianSlip slip) {
        var from = slip.from();
        var to = slip.to();
        return of(
                slip.n(), slip.days(), from == null ? null : from.doubleValue(), to == null ? null : to.doubleValue());
    }

    private static Estimate of(long n, double value, @Nullable Double from, @Nullable Double to) {
        return new Estimate(n, rounded(value), from == null ? null : rounded(from), to == null ? null : rounded(to));
    }

    /** The value rounded to 4 decimal places. */
    public static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
