package dev.solecast.exchange.importing;

/** The chance that later lines of the file add what a line refers to and does not exist. */
enum MissingReferences {
    /** More of the file is to come. */
    EXPECTED,
    /** All of the file has been read, but lines are still to be retried. */
    RETRIED,
    /** Nothing more can come: the line is refused. */
    FINAL
}
