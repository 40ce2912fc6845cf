package dev.solecast.bench;

import java.util.List;

/** Requests of which none is sent twice. */
final class Unasked {

    private List<Ask> left;

    Unasked(List<Ask> all) {
        left = all;
    }

    /** A round in a closed loop over those that are left. */
    double rate(Service service) {
        int before = left.size();
        var round = Wrk.round(service.address(), left, Contest.ROUND);
        if (round.answers() > before) {
            throw new IllegalStateException(
                    "Only " + before + " requests were left for " + round.answers() + " answers");
        }
        left = left.subList(round.answers(), before);
        return round.rate();
    }

    /** The next few, to be sent by somebody else. */
    List<Ask> next(int count) {
        var next = left.subList(0, Math.min(count, left.size()));
        left = left.subList(next.size(), left.size());
        return next;
    }
}
