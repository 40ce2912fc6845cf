package dev.solecast.source;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Mean;
import dev.solecast.forecast.MedianSlip;
import dev.solecast.forecast.Share;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a source: the accuracy of its claims about resolved releases. */
@Schema(name = "SourceRecord", description = "How a source did with its last claim about each resolved release.")
public record SourceRecord(
        @Schema(description = "The record in words.", examples = "9 of 12 claims came true.")
        String summary,

        @Schema(description = "Claims of a window or a cancellation that have been resolved.", examples = "12")
        int n,

        @Schema(description = "The share that came true: inside the window, or cancelled as said. Null if n is 0.")
        @Nullable
        Estimate hits,

        @Schema(
                description = "Days after the window's last day, negative before its first, 0 inside, in the middle of "
                        + "those that came. Null if none did.")
        @Nullable
        Estimate medianSlip,

        @Schema(description = "CRPS in days, which for a plain claim is its error, seen from the day it was said.")
        @Nullable
        Estimate error,

        @Schema(
                description = "Beside it, where others had spoken before: what simple rules made of the others' rumors "
                        + "on the same days.")
        List<Against> against) {

    /**
     * One resolved claim.
     *
     * @param hit whether it came true
     * @param slip in days; null if there is none
     * @param error the CRPS in days
     * @param rules the errors, in days, of the simple rules; empty if no other source had said anything
     */
    record Claim(boolean hit, @Nullable Long slip, double error, Map<Baseline, Double> rules) {}

    static SourceRecord of(List<Claim> claims) {
        if (claims.isEmpty()) {
            return new SourceRecord("Nothing that it claimed has been resolved yet.", 0, null, null, null, List.of());
        }
        int hits = (int) claims.stream().filter(Claim::hit).count();
        var slips = claims.stream().map(Claim::slip).filter(Objects::nonNull).toList();
        return new SourceRecord(
                hits + " of " + claims.size() + (claims.size() == 1 ? " claim" : " claims") + " came true.",
                claims.size(),
                Estimate.of(Share.of(hits, claims.size())),
                slips.isEmpty() ? null : Estimate.of(MedianSlip.of(slips)),
                mean(claims.stream().map(Claim::error).toList()),
                Stream.of(Baseline.values())
                        .flatMap(rule -> Against.of(rule, claims).stream())
                        .toList());
    }

    private static Estimate mean(List<Double> errors) {
        double sum = errors.stream().mapToDouble(error -> error).sum();
        double squares = errors.stream().mapToDouble(error -> error * error).sum();
        return Estimate.of(Mean.of(errors.size(), sum, squares));
    }

    /** The errors of the source and of a simple rule about the same claims. */
    @Schema(name = "Against")
    public record Against(
            @Schema(
                    enumeration = {"latest-claim", "official-first", "majority", "weighted-median"},
                    examples = "latest-claim")
            String rule,

            @Schema(description = "The source's error in days where the rule could say something.")
            Estimate own,

            @Schema(description = "The rule's error in days.")
            Estimate others) {

        private static List<Against> of(Baseline rule, List<Claim> claims) {
            var both = claims.stream()
                    .filter(claim -> claim.rules().containsKey(rule))
                    .toList();
            return both.isEmpty()
                    ? List.of()
                    : List.of(new Against(
                            rule.word(),
                            mean(both.stream().map(Claim::error).toList()),
                            mean(both.stream()
                                    .map(claim ->
                                            Objects.requireNonNull(claim.rules().get(rule)))
                                    .toList())));
        }
    }
}
