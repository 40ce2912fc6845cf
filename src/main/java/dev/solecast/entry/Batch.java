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
 * The state of a transaction that writes many entries: the entries that it has prefetched, so that it queries the
 * database once for all of them, and the work that it defers to its end. Other transactions prefetch and defer nothing.
 */
@Singleton
public class Batch {

    private static final Object KEY = Batch.class;

    /** The types with search documents of their own; a release is found by those of its shoe. */
    private static final List<EntryType> SEARCHED = List.of(
            EntryType.BRAND, EntryType.COLLABORATOR, EntryType.MODEL, EntryType.COLLABORATION, EntryType.COLORWAY);

    private final TransactionSynchronizationRegistry transaction;
    private final EntityManager database;
    private final AtomicInteger openBatches = new AtomicInteger();

    Batch(TransactionSynchronizationRegistry transaction, EntityManager database) {
        this.transaction = transaction;
        this.database = database;
    }

    /** Makes the current transaction a batch, and discards the state of its previous batch, if any. */
    public void begin() {
        if (!isOpen()) {
            openBatches.incrementAndGet();
            transaction.registerInterposedSynchronization(new AfterCompletion(openBatches::decrementAndGet));
        }
        transaction.putResource(KEY, new State());
        // Dirty checking of hundreds of entities before each query is slow; the batch knows when to flush.
        database.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
        database.createNativeQuery("select set_config('solecast.search_later', 'on', true)")
                .getSingleResult();
    }

    /** Updates the search documents of the entries written by the batch, which must have been flushed. */
    public void refreshSearch() {
        var state = state();
        if (state == null || state.written.isEmpty()) {
            return;
        }
        database.createNativeQuery("select cast(search_reads_names() as text)").getSingleResult();
        var written = state.written.stream().collect(Collectors.groupingBy(Entry::type));
        for (var type : SEARCHED) {
            var entries = written.getOrDefault(type, List.of());
            if (!entries.isEmpty()) {
                database.createNativeQuery("select cast(search_refresh(:type, :ids) as text)")
                        .setParameter("type", type.wireName())
                        .setParameter("ids", entries.stream().map(Entry::id).toArray(Long[]::new))
                        .getSingleResult();
            }
        }
        state.written.clear();
    }

    /** Whether the current transaction, if there is one, is a batch. */
    public boolean isOpen() {
        return state() != null;
    }

    /** Whether any transaction of this node is a batch; work that can wait should wait until none is. */
    public boolean isAnyOpen() {
        return openBatches.get() > 0;
    }

    private record AfterCompletion(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            action.run();
        }
    }

    /** An object that another room attaches to the batch; created at the first call. */
    public <T> T attachment(Class<T> type, Supplier<T> factory) {
        var state = state();
        if (state == null) {
            throw new IllegalStateException("There is no batch");
        }
        return type.cast(state.attachments.computeIfAbsent(type, absent -> factory.get()));
    }

    /** Whether this slug has been looked up. */
    boolean isLookedUp(EntryType type, String slug) {
        var state = state();
        return state != null && state.of(type).containsKey(slug);
    }

    /** The entry that a looked-up slug leads to; empty if no entry has or had it. */
    Optional<Entry> find(EntryType type, String slug) {
        var state = state();
        return state == null ? Optional.empty() : state.of(type).getOrDefault(slug, Optional.empty());
    }

    /** Records the entry that this slug leads to; null for none. */
    void put(EntryType type, String slug, @Nullable Entry entry) {
        var state = state();
        if (state != null) {
            state.of(type).put(slug, Optional.ofNullable(entry));
        }
    }

    /** Records that the entry is locked against deletion until the transaction ends. */
    void markLocked(Entry entry) {
        var state = state();
        if (state != null) {
            state.locked.add(entry);
        }
    }

    /** Records an entry that this batch has added, which no other transaction sees yet. */
    void markAdded(Entry entry) {
        var state = state();
        if (state != null) {
            state.of(entry.type()).put(entry.slug(), Optional.of(entry));
            state.locked.add(entry);
            state.added.add(entry);
            state.written.add(entry);
            state.writes++;
        }
    }

    /** Records an entry whose content has changed. */
    void markChanged(Entry entry) {
        var state = state();
        if (state != null) {
            state.written.add(entry);
            state.writes++;
        }
    }

    /** Records that a line has begun to write something; from then on it cannot be refused by itself. */
    public void markWriting() {
        var state = state();
        if (state != null) {
            state.writes++;
        }
    }

    /** The number of writes so far; if it stays the same, nothing was written. */
    public int writes() {
        var state = state();
        return state == null ? 0 : state.writes;
    }

    /** Whether this batch has added the entry. */
    public boolean isNew(Entry entry) {
        var state = state();
        return state != null && state.added.contains(entry);
    }

    boolean isLocked(Entry entry) {
        var state = state();
        return state != null && state.locked.contains(entry);
    }

    /** Records that a line referred to an entry that does not exist, or not yet. */
    public void markUnresolved() {
        var state = state();
        if (state != null) {
            state.unresolved = true;
        }
    }

    /** Whether {@link #markUnresolved} was called since the last call of this method. */
    public boolean pollUnresolved() {
        var state = state();
        var unresolved = state != null && state.unresolved;
        if (state != null) {
            state.unresolved = false;
        }
        return unresolved;
    }

    private @Nullable State state() {
        return transaction.getTransactionKey() == null ? null : (State) transaction.getResource(KEY);
    }

    /** The state of one transaction. */
    private static final class State {

        private final Map<EntryType, Map<String, Optional<Entry>>> entries = new EnumMap<>(EntryType.class);
        private final Set<Entry> locked = new HashSet<>();
        private final Set<Entry> added = new HashSet<>();
        private final Set<Entry> written = new LinkedHashSet<>();
        private boolean unresolved;
        private int writes;
        private final Map<Class<?>, Object> attachments = new HashMap<>();

        private Map<String, Optional<Entry>> of(EntryType type) {
            return entries.computeIfAbsent(type, absent -> new HashMap<>());
        }
    }
}
