package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.Reached;
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

/** Reads everything there is, a chunk at a time, and all as of one moment. */
@ApplicationScoped
class Export {

    private static final int CHUNK = 200;
    private static final List<String> TOLD_BY_HISTORY = List.of("status", "statusReason", "releasedOn", "cancelledOn");

    private final ExportSources entries;
    private final ChangeLogReader changes;
    private final EntityManager database;
    private final ExportSettings settings;

    Export(ExportSources entries, ChangeLogReader changes, EntityManager database, ExportSettings settings) {
        this.entries = entries;
        this.changes = changes;
        this.database = database;
        this.settings = settings;
    }

    /** Begins to write what is there at a place in the log. */
    interface Opening {
        LineWriter at(Reached reached) throws IOException;
    }

    /** The fields that its lines can have. */
    static List<String> columns(ExportScope scope, boolean state) {
        var columns = Columns.of(scope.types());
        return state && scope.types().contains(LineType.RELEASE)
                ? Stream.concat(columns.stream(), Stream.of("date")).toList()
                : columns;
    }

    /**
     * Hands over every line. It takes as long as the writer does.
     *
     * @param state whether for apps that follow the log, which tells of a release's date and of rumors by their numbers
     */
    void write(ExportScope scope, boolean state, Opening opening) {
        QuarkusTransaction.requiringNew()
                .timeout((int) settings.longest().plusMinutes(1).toSeconds())
                .run(() -> {
                    begin();
                    try {
                        var to = opening.at(changes.reached());
                        for (var type : scope.types()) {
                            writeAll(type, state, to);
                        }
                        to.end();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Whoever reads slowly lets the transaction wait, whose usual limits are those of a request. */
    private void begin() {
        var session = database.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        // Nothing is written; and a flush would forget which associations can be read together.
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

    private void writeAll(LineType type, boolean state, LineWriter to) throws IOException {
        List<ExportedEntry> chunk = List.of();
        do {
            chunk = entries.next(type, chunk.isEmpty() ? 0 : chunk.getLast().id(), CHUNK, state);
            for (var copy : chunk) {
                to.write(line(type, copy.fields(), state));
            }
            database.clear();
        } while (chunk.size() == CHUNK);
    }

    private static ObjectNode line(LineType type, ObjectNode fields, boolean state) {
        if (type == LineType.RELEASE && !state) {
            fields.remove("date"); // follows from its rumors
            if (fields.has("history")) {
                fields.remove(TOLD_BY_HISTORY);
            }
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(Columns.TYPE, type.word());
        return line.setAll(fields);
    }
}
