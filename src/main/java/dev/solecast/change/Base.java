package dev.solecast.change;

import dev.solecast.http.Ground;

/** The marks that an answer rests on, and the place in the order of transactions up to which it saw all that touched them. */
final class Base implements Ground {

    private final Touched touched;
    private final long since;
    private final long[] marks;
    /** Looked at when nothing had been touched that was not known now; most are asked for often between two changes. */
    private volatile long lookedAt = -1;

    Base(Touched touched, long since, long... marks) {
        this.touched = touched;
        this.since = since;
        this.marks = marks;
    }

    @Override
    public boolean holds() {
        if (!touched.isUpToDate()) {
            return false;
        }
        long turns = touched.turns();
        if (lookedAt == turns) {
            return true;
        }
        boolean holds = touched.isUntouched(marks, since);
        if (holds) {
            lookedAt = turns;
        }
        return holds;
    }

    @Override
    public int weight() {
        return 64 + 8 * marks.length;
    }
}
