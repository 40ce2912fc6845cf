package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Kind;
import dev.solecast.forecast.evaluation.Plan.Move;
import dev.solecast.forecast.evaluation.Teller.Trade;
import dev.solecast.forecast.evaluation.Telling.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the sources of an invented world say about one release. */
final class Gossip {
    private final Plan plan;
    private final Family family;
    private final Random chance;
    private final double sharedError;
    private final List<Telling> told = new ArrayList<>();

    private Gossip(Plan plan, Family family, Random chance) {
        this.plan = plan;
        this.family = family;
        this.chance = chance;
        this.sharedError = family.sharedError() * chance.nextGaussian();
    }

    /** In no order; may reach beyond the day on which the release was resolved. */
    static List<Telling> about(Plan plan, Teller brand, List<Teller> others, Family family, Random chance) {
        Gossip gossip = new Gossip(plan, family, chance);
        if (plan.real()) {
            gossip.brandSpeaks(brand);
        }
        for (Teller teller : others) {
            gossip.mayHear(teller);
        }
        gossip.speakOfCancelling(brand, others);
        gossip.copy(others);
        return gossip.told;
    }

    private void brandSpeaks(Teller brand) {
        if (happens(0.5)) {
            int said = plan.begins() + (int) ((0.1 + 0.5 * chance.nextDouble()) * (plan.last() - plan.begins()));
            tell(brand, Kind.TEASER, said, null, false);
        }
        if (happens(0.85)) {
            int announced = plan.moves().getFirst().day() - 7 - chance.nextInt(38);
            say(brand, Kind.OFFICIAL, announced);
            for (Move move : plan.moves()) {
                if (move.decided() > announced && happens(0.6)) {
                    say(brand, Kind.OFFICIAL, move.decided() + chance.nextInt(6));
                }
            }
        }
    }

    private void mayHear(Teller teller) {
        double often = switch (teller.trade()) {
            case BRAND -> 0;
            case RETAILER -> plan.real() ? 0.25 : 0;
            case PUBLICATION -> plan.real() ? 0.25 : 0.08;
            case LEAKER -> plan.real() ? 0.25 : 0.2;
            case COMMUNITY -> 0.3;
        };
        if (!happens(often)) {
            return;
        }
        int life = plan.moves().getFirst().day() - plan.begins();
        int said = teller.trade() == Trade.RETAILER
                ? plan.moves().getFirst().day() - 3 - chance.nextInt(38)
                : plan.begins() + (int) (life * Math.pow(chance.nextDouble(), teller.speed()));
        Kind kind = switch (teller.trade()) {
            case RETAILER -> Kind.RETAILER_LISTING;
            case LEAKER -> happens(0.35) && plan.real() ? Kind.SIGHTING : Kind.REPORT;
            case COMMUNITY -> Kind.SPECULATION;
            default -> Kind.REPORT;
        };
        say(teller, kind, said);
        for (Move move : plan.moves()) {
            if (move.decided() > said && happens(0.4)) {
                say(teller, kind, move.decided() + chance.nextInt(14));
            }
        }
    }

    private void speakOfCancelling(Teller brand, List<Teller> others) {
        Integer givenUp = plan.givenUp();
        if (givenUp != null && happens(0.35)) {
            cancel(brand, Kind.OFFICIAL, givenUp + chance.nextInt(40));
        }
        if (givenUp != null ? happens(0.4) : happens(0.03)) {
            int said = givenUp != null
                    ? givenUp + chance.nextInt(40)
                    : plan.begins() + chance.nextInt(Math.max(1, plan.last() - plan.begins()));
            Teller teller = others.get(chance.nextInt(others.size()));
            cancel(teller, teller.trade() == Trade.COMMUNITY ? Kind.SPECULATION : Kind.REPORT, said);
        }
    }

    /** Nobody who knows of a release speaks of its day once it has been given up. */
    private void say(Teller teller, Kind kind, int said) {
        Integer givenUp = plan.givenUp();
        if (said < plan.begins() || (givenUp != null && said >= givenUp)) {
            return;
        }
        boolean wrong = happens(teller.wrong());
        boolean silent = kind == Kind.SIGHTING || (kind == Kind.SPECULATION ? happens(0.5) : happens(0.05));
        int planned = plan.on(said);
        double away = Math.max(0, planned - said);
        double error = teller.trade() == Trade.BRAND
                ? 0
                : sharedError + teller.bias() + teller.spread() * noise() * Math.min(2, away / 100);
        double day = planned + error + (wrong ? 25 + 75 * chance.nextGaussian() : 0);
        tell(teller, kind, said, silent ? null : asKnown((int) Math.max(said + 1, day), said, kind), wrong);
    }

    private double noise() {
        double normal = chance.nextGaussian();
        return family == Family.HOSTILE ? normal / Math.sqrt(0.1 + chance.nextDouble()) : normal;
    }

    /** The further away the day, the coarser what is said of it. */
    private Span asKnown(int day, int said, Kind kind) {
        int away = day - said;
        double fine = chance.nextDouble();
        if (kind == Kind.OFFICIAL || kind == Kind.RETAILER_LISTING || fine < 1 - away / 90.0) {
            return fine > 0.88 ? Calendar.month(day) : new Span(day, day);
        }
        return away < 120 || fine > 0.6
                ? Calendar.month(day)
                : fine > 0.3 ? Calendar.quarter(day) : fine > 0.1 ? Calendar.half(day) : Calendar.year(day);
    }

    /** A third of what is reported or hoped is passed on by others; six in ten of them say where they have it from. */
    private void copy(List<Teller> others) {
        for (Telling original : List.copyOf(told)) {
            for (int copies = 0; !original.kind().firstHand() && copies < 4 && happens(0.33); copies++) {
                Teller by = others.get(chance.nextInt(others.size()));
                if (by.trade() != Trade.RETAILER && !by.slug().equals(original.source())) {
                    told.add(new Telling(
                            by.slug(),
                            original.kind(),
                            original.said() + chance.nextInt(family.copyDelay() + 1),
                            original.span(),
                            original.cancels(),
                            happens(0.6) ? original.source() : null,
                            original.wrong()));
                }
            }
        }
    }

    private void tell(Teller teller, Kind kind, int said, @Nullable Span span, boolean wrong) {
        told.add(new Telling(teller.slug(), kind, said, span, false, null, wrong));
    }

    private void cancel(Teller teller, Kind kind, int said) {
        told.add(new Telling(teller.slug(), kind, said, null, true, null, plan.comes()));
    }

    private boolean happens(double share) {
        return chance.nextDouble() < share;
    }
}
