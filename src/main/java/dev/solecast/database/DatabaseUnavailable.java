package dev.solecast.database;

/** Thrown if the embedded PostgreSQL cannot serve. The message is for the terminal: the reason, and a remedy. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
