package dev.solecast.auth;

import java.sql.Connection;
import java.sql.SQLException;

/** Creates an admin key directly in the database, without the running service, for the owner of the database. */
public final class AdminKeyFactory {

    private static final String NO_SUCH_TABLE = "42P01";

    private AdminKeyFactory() {}

    /**
     * Stores a new admin key and returns its full text, which cannot be read again anywhere.
     *
     * @throws IllegalStateException if the service has not yet migrated this database; its message is meant for people
     */
    public static String issue(Connection database) throws SQLException {
        var text = KeyText.random();
        try (var insert = database.prepareStatement("""
                insert into api_key (id, secret_hash, name, role, trusted, origins, created_at)
                values (?, ?, ?, 'admin', true, '{}', now())
                """)) {
            insert.setString(1, text.id());
            insert.setString(2, text.hash());
            insert.setString(3, "admin " + text.id());
            insert.executeUpdate();
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw new IllegalStateException(
                        "This database has no keys yet. Start the service once, and it prints the first one.", e);
            }
            throw e;
        }
        return text.reveal();
    }
}
