package dev.solecast.exchange.importing;

/**
 * How a file is to be taken in.
 *
 * @param dryRun only to see what would become of it
 * @param atomic all of its lines or none
 * @param force even over what editors have set by hand
 */
record ImportOptions(boolean dryRun, boolean atomic, boolean force) {

    /** Whether it must be one transaction. */
    boolean aside() {
        return dryRun || atomic;
    }
}
