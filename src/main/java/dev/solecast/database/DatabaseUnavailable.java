package dev.solecast.database;

/** The embedded PostgreSQL cannot serve; the message tells the person at the terminal why, and what to do. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
