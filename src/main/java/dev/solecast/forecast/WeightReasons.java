package dev.solecast.forecast;

import dev.solecast.forecast.Weight.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** "Why this date": tells each rumor's part in words. */
final class WeightReasons {
    private final List<Weight> weights = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();

    private WeightReasons() {}

    static List<Weight> of(List<Opinion> voices, Collection<Evidence> standing) {
        WeightReasons reasons = new WeightReasons();
        double[] shares = OpinionPool.shares(voices);
        for (int i = 0; i < shares.length; i++) {
            reasons.speaks(voices.get(i), shares[i]);
        }
        for (Evidence rumor : standing.stream().sorted(Evidence.OLDEST_FIRST).toList()) {
            if (reasons.told.add(rumor.id())) {
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

    private void speaks(Opinion voice, double share) {
        Origin origin = voice.origin();
        Evidence speaks = origin.speaks();
        told.add(speaks.id());
        Role role = origin.cancels() ? Role.CANCELS : Role.SPEAKS;
        weights.add(new Weight(speaks.id(), role, share, voice.comes(), null, reason(voice)));
        if (told.add(origin.newest().id())) {
            weights.add(new Weight(
                    origin.newest().id(),
                    Role.SPEAKS,
                    0,
                    voice.comes(),
                    null,
                    "Names no day of its own: " + speaks.source() + " named one before, and that stands."));
        }
        for (Evidence copy : origin.copies()) {
            if (told.add(copy.id())) {
                Long repeated = copy.origin() == null || copy.origin().equals(speaks.source()) ? speaks.id() : null;
                weights.add(new Weight(copy.id(), Role.REPEATS, 0, null, repeated, repeats(copy, speaks)));
            }
        }
    }

    private static String repeats(Evidence copy, Evidence speaks) {
        return copy.declaredCopy()
                ? "Adds nothing: has it from " + copy.origin() + "."
                : "Adds nothing: names the day that " + speaks.source() + " had named at most "
                        + Origin.COPIED_WITHIN_DAYS + " days before.";
    }

    private static String reason(Opinion voice) {
        Origin origin = voice.origin();
        String name = origin.speaks().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String kind = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        if (origin.cancels()) {
            return String.format(
                    Locale.ROOT,
                    "%s: says that it will not come, and is %.0f %% likely to be right.",
                    kind,
                    100 * (1 - voice.comes()));
        }
        String days = voice.dated()
                ? "the day it names is expected to be missed by %.0f days"
                : "names no last day, so all it tells is the usual wait of %.0f days: a broad guess";
        return String.format(
                Locale.ROOT,
                "%s: " + days + "; by itself it makes a release %.0f %% likely.",
                kind,
                voice.errorDays(),
                100 * voice.comes());
    }
}
