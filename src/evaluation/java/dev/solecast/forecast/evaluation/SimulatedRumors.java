package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Kind;
import dev.solecast.forecast.evaluation.SimulatedRumor.Span;
import dev.solecast.forecast.evaluation.SimulatedSource.Trade;
import dev.solecast.forecast.evaluation.TrueDate.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Generates the rumors of all sources of a simulated world about one release. */
final class SimulatedRumors {
    private final TrueDate plan;
    private final Family family;
    private final Random random;
    private final double sharedError;
    private final List<SimulatedRumor> rumors = new ArrayList<>();

    private SimulatedRumors(TrueDate plan, Family family, Random random) {
        this.plan = plan;
        this.family = family;
        this.random = random;
        this.sharedError = family.sharedError() * random.nextGaussian();
    }

    /** Generates rumors in no particular order, some perhaps from after the outcome of the release. */
    static List<SimulatedRumor> about(
            TrueDate plan, SimulatedSource brand, List<SimulatedSource> others, Family family, Random random) {
        SimulatedRumors simulation = new SimulatedRumors(plan, family, random);
        if (plan.real()) {
            simulation.addBrandRumors(brand);
        }
        for (SimulatedSource source : others) {
            simulation.addRumorsOf(source);
        }
        simulation.addCancellations(brand, others);
        simulation.addCopies(others);
        return simulation.rumors;
    }

    private void addBrandRumors(SimulatedSource brand) {
        if (withChance(0.5)) {
            int said = plan.firstDay() + (int) ((0.1 + 0.5 * random.nextDouble()) * (plan.last() - plan.firstDay()));
            add(brand, Kind.TEASER, said, null, false);
        }
        if (withChance(0.85)) {
            int announced = plan.moves().getFirst().day() - 7 - random.nextInt(38);
            addClaim(brand, Kind.OFFICIAL, announced);
            for (Move move : plan.moves()) {
                if (move.decided() > announced && withChance(0.6)) {
                    addClaim(brand, Kind.OFFICIAL, move.decided() + random.nextInt(6));
                }
            }
        }
    }

    private void addRumorsOf(SimulatedSource source) {
        double share = switch (source.trade()) {
            case BRAND -> 0;
            case RETAILER -> plan.real() ? 0.25 : 0;
            case PUBLICATION -> plan.real() ? 0.25 : 0.08;
            case LEAKER -> plan.real() ? 0.25 : 0.2;
            case COMMUNITY -> 0.3;
        };
        if (!withChance(share)) {
            return;
        }
        int lifeDays = plan.moves().getFirst().day() - plan.firstDay();
        int said = source.trade() == Trade.RETAILER
                ? plan.moves().getFirst().day() - 3 - random.nextInt(38)
                : plan.firstDay() + (int) (lifeDays * Math.pow(random.nextDouble(), source.speed()));
        Kind kind = switch (source.trade()) {
            case RETAILER -> Kind.RETAILER_LISTING;
            case LEAKER -> withChance(0.35) && plan.real() ? Kind.SIGHTING : Kind.REPORT;
            case COMMUNITY -> Kind.SPECULATION;
            default -> Kind.REPORT;
        };
        addClaim(source, kind, said);
        for (Move move : plan.moves()) {
            if (move.decided() > said && withChance(0.4)) {
                addClaim(source, kind, move.decided() + random.nextInt(14));
            }
        }
    }

    private void addCancellations(SimulatedSource brand, List<SimulatedSource> others) {
        Integer givenUp = plan.givenUp();
        if (givenUp != null && withChance(0.35)) {
            addCancellation(brand, Kind.OFFICIAL, givenUp + random.nextInt(40));
        }
        if (givenUp != null ? withChance(0.4) : withChance(0.03)) {
            int said = givenUp != null
                    ? givenUp + random.nextInt(40)
                    : plan.firstDay() + random.nextInt(Math.max(1, plan.last() - plan.firstDay()));
            SimulatedSource source = others.get(random.nextInt(others.size()));
            addCancellation(source, source.trade() == Trade.COMMUNITY ? Kind.SPECULATION : Kind.REPORT, said);
        }
    }

    /** Adds a rumor about the date; there is none about a release that has been given up. */
    private void addClaim(SimulatedSource source, Kind kind, int said) {
        Integer givenUp = plan.givenUp();
        if (said < plan.firstDay() || (givenUp != null && said >= givenUp)) {
            return;
        }
        boolean wrong = withChance(source.wrong());
        boolean silent = kind == Kind.SIGHTING || (kind == Kind.SPECULATION ? withChance(0.5) : withChance(0.05));
        int planned = plan.on(said);
        double daysAhead = Math.max(0, planned - said);
        double error = source.trade() == Trade.BRAND
                ? 0
                : sharedError + source.bias() + source.spread() * noise() * Math.min(2, daysAhead / 100);
        double day = planned + error + (wrong ? 25 + 75 * random.nextGaussian() : 0);
        add(source, kind, said, silent ? null : spanAsKnown((int) Math.max(said + 1, day), said, kind), wrong);
    }

    private double noise() {
        double normal = random.nextGaussian();
        return family == Family.HOSTILE ? normal / Math.sqrt(0.1 + random.nextDouble()) : normal;
    }

    /** The span named for a day: the further ahead the day, the coarser the span. */
    private Span spanAsKnown(int day, int said, Kind kind) {
        int daysAhead = day - said;
        double precision = random.nextDouble();
        if (kind == Kind.OFFICIAL || kind == Kind.RETAILER_LISTING || precision < 1 - daysAhead / 90.0) {
            return precision > 0.88 ? Calendar.month(day) : new Span(day, day);
        }
        return daysAhead < 120 || precision > 0.6
                ? Calendar.month(day)
                : precision > 0.3 ? Calendar.quarter(day) : precision > 0.1 ? Calendar.half(day) : Calendar.year(day);
    }

    /** Adds copies: a third of the second-hand rumors are repeated by others, six in ten of whom cite their source. */
    private void addCopies(List<SimulatedSource> others) {
        for (SimulatedRumor original : List.copyOf(rumors)) {
            for (int copies = 0; !original.kind().firstHand() && copies < 4 && withChance(0.33); copies++) {
                SimulatedSource copier = others.get(random.nextInt(others.size()));
                if (copier.trade() != Trade.RETAILER && !copier.slug().equals(original.source())) {
                    rumors.add(new SimulatedRumor(
                            copier.slug(),
                            original.kind(),
                            original.said() + random.nextInt(family.copyDelay() + 1),
                            original.span(),
                            original.cancels(),
                            withChance(0.6) ? original.source() : null,
                            original.wrong()));
                }
            }
        }
    }

    private void add(SimulatedSource source, Kind kind, int said, @Nullable Span span, boolean wrong) {
        rumors.add(new SimulatedRumor(source.slug(), kind, said, span, false, null, wrong));
    }

    private void addCancellation(SimulatedSource source, Kind kind, int said) {
        rumors.add(new SimulatedRumor(source.slug(), kind, said, null, true, null, plan.comes()));
    }

    private boolean withChance(double share) {
        return random.nextDouble() < share;
    }
}
