package dev.solecast.exchange.importing;

/**
 * The options of an import.
 *
 * @param dryRun whether to report the results without changing anything
 * @param atomic whether to import all lines or none
 * @param force whether to overwrite fields that editors have set by hand
 */
record ImportOptions(boolean dryRun, boolean atomic, boolean force) {

    /** Whether the whole file is one transaction. */
    boolean isSingleTransaction() {
        return dryRun || atomic;
    }
}
