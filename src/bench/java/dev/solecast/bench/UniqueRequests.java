package dev.solecast.bench;

import java.util.List;

/** Requests of which none is sent twice. */
final class UniqueRequests {

    private List<BenchRequest> remaining;

    UniqueRequests(List<BenchRequest> all) {
        remaining = all;
    }

    /** Measures a round in a closed loop over the remaining requests, in responses a second. */
    double rate(Service service) {
        int before = remaining.size();
        var round = Wrk.round(service.address(), remaining, Comparison.ROUND);
        if (round.answers() > before) {
            throw new IllegalStateException(
                    "Only " + before + " requests were left for " + round.answers() + " answers");
        }
        remaining = remaining.subList(round.answers(), before);
        return round.rate();
    }

    /** Takes the next requests, to be sent by the caller. */
    List<BenchRequest> next(int count) {
        var next = remaining.subList(0, Math.min(count, remaining.size()));
        remaining = remaining.subList(next.size(), remaining.size());
        return next;
    }
}
