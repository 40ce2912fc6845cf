package dev.solecast.entry;

import dev.solecast.change.EntryType;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction that writes many entries knows beforehand, so that it asks the database once for all of them and
 * not for each, and what it leaves for its end. All other transactions know nothing beforehand and leave nothing.
 */
@Singleton
public class Batch {

    private static final Object KEY = Batch.class;

    /** A release is found by the words of its shoe. */
    private static final List<EntryType> SEARCHED = List.of(
            EntryType.BRAND, EntryType.COLLABORATOR, EntryType.MODEL, EntryType.COLLABORATION, EntryType.COLORWAY);

    private final TransactionSynchronizationRegistry transaction;
    private final EntityManager database;
    private final AtomicInteger open = new AtomicInteger();

    Batch(TransactionSynchronizationRegistry transaction, EntityManager database) {
        this.transaction = transaction;
        this.database = database;
    }

    /** Makes the present transaction one; what an earlier batch of the same transaction knew is forgotten. */
    public void begin() {
        if (!isOpen()) {
            open.incrementAndGet();
            transaction.registerInterposedSynchronization(new AtTheEnd(open::decrementAndGet));
        }
        transaction.putResource(KEY, new Known());
        // Looking through hundreds of entities for changes takes long, and the batch knows when there are some.
        database.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
        database.createNativeQuery("select set_config('solecast.search_later', 'on', true)")
                .getSingleResult();
    }

    /** Lets the search find what the batch has written; to be called when that has been flushed. */
    public void makeFindable() {
        var known = known();
        if (known == null || known.written.isEmpty()) {
            return;
        }
        database.createNativeQuery("select cast(search_reads_names() as text)").getSingleResult();
        var written = known.written.stream().collect(Collectors.groupingBy(Entry::type));
        for (var type : SEARCHED) {
            var entries = written.getOrDefault(type, List.of());
            if (!entries.isEmpty()) {
                database.createNativeQuery("select cast(search_refresh(:type, :ids) as text)")
                        .setParameter("type", type.word())
                        .setParameter("ids", entries.stream().map(Entry::id).toArray(Long[]::new))
                        .getSingleResult();
            }
        }
        known.written.clear();
    }

    /** Whether the present transaction, if there is one, is a batch. */
    public boolean isOpen() {
        return known() != null;
    }

    /** Whether any transaction of this node is one; what can wait had better wait until none is. */
    public boolean isAnyOpen() {
        return open.get() > 0;
    }

    private record AtTheEnd(Runnable act) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            act.run();
        }
    }

    /** What another room notes for the rest of the batch, made when first asked for. */
    public <T> T note(Class<T> type, Supplier<T> first) {
        var known = known();
        if (known == null) {
            throw new IllegalStateException("There is no batch");
        }
        return type.cast(known.notes.computeIfAbsent(type, unasked -> first.get()));
    }

    /** Whether it is known what this slug leads to. */
    boolean knows(EntryType type, String slug) {
        var known = known();
        return known != null && known.of(type).containsKey(slug);
    }

    /** What a slug leads to that it knows; empty if nothing has or had it. */
    Optional<Entry> named(EntryType type, String slug) {
        var known = known();
        return known == null ? Optional.empty() : known.of(type).getOrDefault(slug, Optional.empty());
    }

    /** From now on this slug leads there. */
    void add(EntryType type, String slug, @Nullable Entry entry) {
        var known = known();
        if (known != null) {
            known.of(type).put(slug, Optional.ofNullable(entry));
        }
    }

    /** Notes that nobody deletes it before the transaction ends. */
    void keep(Entry entry) {
        var known = known();
        if (known != null) {
            known.kept.add(entry);
        }
    }

    /** Notes one that nobody else knows yet. */
    void added(Entry entry) {
        var known = known();
        if (known != null) {
            known.of(entry.type()).put(entry.slug(), Optional.of(entry));
            known.kept.add(entry);
            known.added.add(entry);
            known.written.add(entry);
        }
    }

    /** Notes one that says something else now. */
    void changed(Entry entry) {
        var known = known();
        if (known != null) {
            known.written.add(entry);
        }
    }

    /** Whether this batch has added it. */
    public boolean isNew(Entry entry) {
        var known = known();
        return known != null && known.added.contains(entry);
    }

    boolean isKept(Entry entry) {
        var known = known();
        return known != null && known.kept.contains(entry);
    }

    /** Notes that a line named something that is not there, or not yet. */
    public void miss() {
        var known = known();
        if (known != null) {
            known.missed = true;
        }
    }

    /** Whether that was noted since this was last asked. */
    public boolean missed() {
        var known = known();
        var missed = known != null && known.missed;
        if (known != null) {
            known.missed = false;
        }
        return missed;
    }

    private @Nullable Known known() {
        return transaction.getTransactionKey() == null ? null : (Known) transaction.getResource(KEY);
    }

    /** For one transaction. */
    private static final class Known {

        private final Map<EntryType, Map<String, Optional<Entry>>> entries = new EnumMap<>(EntryType.class);
        private final Set<Entry> kept = new HashSet<>();
        private final Set<Entry> added = new HashSet<>();
        private final Set<Entry> written = new LinkedHashSet<>();
        private boolean missed;
        private final Map<Class<?>, Object> notes = new HashMap<>();

        private Map<String, Optional<Entry>> of(EntryType type) {
            return entries.computeIfAbsent(type, unasked -> new HashMap<>());
        }
    }
}
