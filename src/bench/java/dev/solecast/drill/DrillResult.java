package dev.solecast.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the service and others fared during an attack.
 *
 * @param addresses the number of addresses that attacked
 * @param idle how others fared before
 * @param others how others fared meanwhile
 * @param answers of the attacker, by status
 * @param cpuSeconds of the service and its database
 * @param megabytes the largest resident memory of the service
 * @param unhealthy how often liveness was not green
 */
record DrillResult(
        Attack attack,
        int addresses,
        Others.Experience idle,
        Others.Experience others,
        Map<Integer, Long> answers,
        double cpuSeconds,
        long megabytes,
        int unhealthy) {

    private static final double MAX_REFUSED = 0.001;
    private static final double MAX_SLOWDOWN = 5;

    /** In milliseconds: below, a pause of the machine is more than an answer takes. */
    private static final double SHORTEST_IDLE = 10;

    /** In mebibytes: of the 768 of the container, so much is left for its file cache and for peaks. */
    private static final long MAX_MEMORY = 512;

    static final String HEAD = """
            | attack | from | others asked | not 200 | p50 idle, attacked | p95 idle, attacked | attacker's answers | CPU s | max RSS | bounds broken |
            |---|--:|--:|--:|--:|--:|---|--:|--:|---|
            """;

    /** The 95th percentile as a multiple of the idle one, which counts as 10 ms at least. */
    double slowdown() {
        return others.latencies().percentile(95)
                / Math.max(SHORTEST_IDLE, idle.latencies().percentile(95));
    }

    /** The bounds that were broken; empty if all held. */
    List<String> broken() {
        return broken(1);
    }

    /** The same, with a multiple of the bounds on what others notice. */
    List<String> broken(double multiple) {
        var broken = new ArrayList<String>();
        if (others.refusedShare() > multiple * MAX_REFUSED) {
            broken.add(String.format(Locale.ROOT, "%.2f %% not 200", 100 * others.refusedShare()));
        }
        if (slowdown() > multiple * MAX_SLOWDOWN) {
            broken.add(slowdown() > 1_000 ? "no p95" : String.format(Locale.ROOT, "p95 %.1f x", slowdown()));
        }
        if (unhealthy > 0) {
            broken.add("liveness " + unhealthy + " x");
        }
        if (megabytes > MAX_MEMORY) {
            broken.add("memory");
        }
        return broken;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s, %s | %s, %s | %s | %.1f | %d MB | %s |",
                attack.name(),
                addresses,
                others.requests(),
                words(others.refusals()),
                idle.latencies().words(50),
                others.latencies().words(50),
                idle.latencies().words(95),
                others.latencies().words(95),
                words(answers),
                cpuSeconds,
                megabytes,
                broken().isEmpty() ? "none" : "**" + String.join(", ", broken()) + "**");
    }

    private static String words(Map<Integer, Long> answers) {
        var words = new ArrayList<String>();
        answers.forEach((status, count) -> words.add(count + " x " + (status == Raid.NONE ? "cut" : status)));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
