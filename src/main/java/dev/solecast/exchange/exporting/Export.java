package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.LogEnd;
import dev.solecast.entry.ExportedEntry;
import dev.solecast.exchange.format.Columns;
import dev.solecast.exchange.format.LineType;
import dev.solecast.exchange.format.LineWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Exports from one snapshot of the database, in chunks. */
@ApplicationScoped
class Export {

    /** Entries read at once. */
    private static final int CHUNK = 200;

    /** Fields that follow from the history of a release. */
    private static final List<String> DERIVED_FROM_HISTORY =
            List.of("status", "statusReason", "releasedOn", "cancelledOn");

    private final ExportSources sources;
    private final ChangeLogReader changes;
    private final EntityManager database;
    private final ExportSettings settings;

    Export(ExportSources sources, ChangeLogReader changes, EntityManager database, ExportSettings settings) {
        this.sources = sources;
        this.changes = changes;
        this.database = database;
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
     * @param state whether to add fields for apps that follow the log: dates of releases and the ids of all rumors
     */
    void write(ExportScope scope, boolean state, OutputOpener opening) {
        QuarkusTransaction.requiringNew()
                .timeout((int) settings.longest().plusMinutes(1).toSeconds())
                .run(() -> {
                    begin();
                    try {
                        var writer = opening.open(changes.end());
                        for (var type : scope.types()) {
                            writeAll(type, state, writer);
                        }
                        writer.end();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Begins a read-only snapshot, with timeouts for slow clients instead of those for requests. */
    private void begin() {
        var session = database.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        // Nothing is written, and a flush would discard the queue of associations to be fetched in batches.
        session.setHibernateFlushMode(FlushMode.MANUAL);
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

    private void writeAll(LineType type, boolean state, LineWriter writer) throws IOException {
        List<ExportedEntry> chunk = List.of();
        do {
            chunk = sources.listNext(type, chunk.isEmpty() ? 0 : chunk.getLast().id(), CHUNK, state);
            for (var entry : chunk) {
                writer.write(line(type, entry.fields(), state));
            }
            database.clear();
        } while (chunk.size() == CHUNK);
    }

    private static ObjectNode line(LineType type, ObjectNode fields, boolean state) {
        if (type == LineType.RELEASE && !state) {
            fields.remove("date"); // derived from its rumors
            if (fields.has("history")) {
                fields.remove(DERIVED_FROM_HISTORY);
            }
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(Columns.TYPE, type.wireName());
        return line.setAll(fields);
    }
}
