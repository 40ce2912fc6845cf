package dev.solecast.auth;

import java.sql.Connection;
import java.sql.SQLException;

/** An admin key for whoever owns the database, made there without the service. */
public final class AdminKeyFactory {

    private static final String NO_SUCH_TABLE = "42P01";

    private AdminKeyFactory() {}

    /**
     * Makes one and returns it whole; it is known nowhere else.
     *
     * @throws IllegalStateException if the service has not yet brought this database up to date, in a sentence for
     *     people
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
