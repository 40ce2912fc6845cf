package dev.solecast.forecast;

import dev.solecast.forecast.Weight.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Explains the weight of each rumor in words: "Why this date". */
final class WeightReasons {
    private final List<Weight> weights = new ArrayList<>();
    private final Set<Long> explained = new HashSet<>();

    private WeightReasons() {}

    static List<Weight> of(List<Opinion> opinions, Collection<Evidence> unretracted) {
        WeightReasons reasons = new WeightReasons();
        double[] shares = OpinionPool.shares(opinions);
        for (int i = 0; i < shares.length; i++) {
            reasons.add(opinions.get(i), shares[i]);
        }
        for (Evidence rumor : unretracted.stream().sorted(Evidence.OLDEST_FIRST).toList()) {
            if (reasons.explained.add(rumor.id())) {
                reasons.weights.add(new Weight(
                        rumor.id(),
                        Role.REPLACED,
                        0,
                        null,
                        null,
                        "Counts no more: " + rumor.source() + " has said something newer."));
            }
        }
        return List.copyOf(reasons.weights);
    }

    private void add(Opinion opinion, double share) {
        Origin origin = opinion.origin();
        Evidence representative = origin.representative();
        explained.add(representative.id());
        Role role = origin.cancels() ? Role.CANCELS : Role.SPEAKS;
        weights.add(new Weight(representative.id(), role, share, opinion.comes(), null, reason(opinion)));
        if (explained.add(origin.newest().id())) {
            weights.add(new Weight(
                    origin.newest().id(),
                    Role.SPEAKS,
                    0,
                    opinion.comes(),
                    null,
                    "Names no day of its own: " + representative.source() + " named one before, and that stands."));
        }
        for (Evidence copy : origin.copies()) {
            if (explained.add(copy.id())) {
                Long original = copy.origin() == null || copy.origin().equals(representative.source())
                        ? representative.id()
                        : null;
                weights.add(new Weight(copy.id(), Role.REPEATS, 0, null, original, copyReason(copy, representative)));
            }
        }
    }

    private static String copyReason(Evidence copy, Evidence representative) {
        return copy.declaredCopy()
                ? "Adds nothing: has it from " + copy.origin() + "."
                : "Adds nothing: names the day that " + representative.source() + " had named at most "
                        + Origin.COPIED_WITHIN_DAYS + " days before.";
    }

    private static String reason(Opinion opinion) {
        Origin origin = opinion.origin();
        String name =
                origin.representative().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String kind = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        if (origin.cancels()) {
            return String.format(
                    Locale.ROOT,
                    "%s: says that it will not come, and is %.0f %% likely to be right.",
                    kind,
                    100 * (1 - opinion.comes()));
        }
        String days = opinion.dated()
                ? "the day it names is expected to be missed by %.0f days"
                : "names no last day, so all it tells is the usual wait of %.0f days: a broad guess";
        return String.format(
                Locale.ROOT,
                "%s: " + days + "; by itself it makes a release %.0f %% likely.",
                kind,
                opinion.errorDays(),
                100 * opinion.comes());
    }
}
