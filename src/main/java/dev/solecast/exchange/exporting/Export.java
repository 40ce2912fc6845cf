package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.LogEnd;
import dev.solecast.exchange.format.Columns;
import dev.solecast.exchange.format.LineType;
import dev.solecast.exchange.format.LineWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Exports from one snapshot of the database, row by row and without entities. */
@ApplicationScoped
class Export {

    /** Rows that the driver holds at a time. */
    private static final int CHUNK = 500;

    private final ChangeLogReader changes;
    private final EntityManager database;
    private final ObjectMapper json;
    private final ExportSettings settings;

    Export(ChangeLogReader changes, EntityManager database, ObjectMapper json, ExportSettings settings) {
        this.changes = changes;
        this.database = database;
        this.json = json;
        this.settings = settings;
    }

    /** Opens the output of an export of the state at a sequence number of the log. */
    interface OutputOpener {
        LineWriter open(LogEnd reached) throws IOException;
    }

    /**
     * The columns of an export.
     *
     * @param state as for {@link #write}
     */
    static List<String> columns(ExportScope scope, boolean state) {
        var columns = Columns.list(scope.types());
        return state && scope.types().contains(LineType.RELEASE)
                ? Stream.concat(columns.stream(), Stream.of("date")).toList()
                : columns;
    }

    /**
     * Writes every line, in one transaction that lasts as long as the client reads.
     *
     * @param state whether the lines are for apps that follow the log: with the dates of releases, the stages of
     *     collaborations and the ids of all rumors
     */
    void write(ExportScope scope, boolean state, OutputOpener opening) {
        QuarkusTransaction.requiringNew()
                .timeout((int) settings.longest().plusMinutes(1).toSeconds())
                .run(() -> {
                    begin();
                    try {
                        var writer = opening.open(changes.end());
                        database.unwrap(Session.class).doWork(connection -> {
                            for (var type : scope.types()) {
                                writeAll(connection, type, state, writer);
                            }
                        });
                        writer.end();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Begins a read-only snapshot, with timeouts for slow clients instead of those for requests. */
    private void begin() {
        database.createNativeQuery("set transaction isolation level repeatable read read only")
                .executeUpdate();
        database.createNativeQuery("""
                        select set_config('statement_timeout', '0', true),
                            set_config('idle_in_transaction_session_timeout', :longest, true)
                        """)
                .setParameter(
                        "longest",
                        Long.toString(settings.longest().plusMinutes(1).toMillis()))
                .getSingleResult();
    }

    private void writeAll(Connection connection, LineType type, boolean state, LineWriter writer) throws SQLException {
        try (var statement = connection.prepareStatement(ExportStatements.of(type, state))) {
            statement.setFetchSize(CHUNK);
            try (var rows = statement.executeQuery()) {
                var row = new ExportRow(rows, type, state, json);
                while (rows.next()) {
                    writer.write(row.line());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
