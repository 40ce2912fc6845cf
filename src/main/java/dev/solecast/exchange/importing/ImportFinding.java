package dev.solecast.exchange.importing;

import dev.solecast.change.FieldChange;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A finding about one line of an import, for the sender of the file. */
@Entity
@Table(name = "import_finding")
class ImportFinding {

    /** The most characters of a reason that are stored. */
    static final int LONGEST_REASON = 1_000;

    /** The most characters of the JSON of a value before or after a change that are stored. */
    static final int LONGEST_VALUE = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // for queries
    private long importId;

    private long line;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private @Nullable String field;
    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable FieldChange change;

    @SuppressWarnings("NullAway.Init")
    protected ImportFinding() {}

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored");
        }
        return id;
    }

    FindingView view() {
        return new FindingView(line, kind, field, reason, change);
    }
}
