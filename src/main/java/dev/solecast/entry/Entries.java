package dev.solecast.entry;

import dev.solecast.change.EntryType;
import dev.solecast.http.Slug;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.ListOrder;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.problem.MovedPermanently;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The base class of the repositories of entries: finds, pages, locks and renames them. */
public abstract class Entries<E extends Entry> implements PanacheRepository<E> {

    private final Class<E> entity;
    private final EntryType type;
    private final String referrersSql;
    private final Batch batch;
    private final FormerSlugs former;

    /**
     * @param entity the class of the entities
     * @param type the type of the entries
     * @param referrersSql SQL that selects type and slug of the entries that refer to the one with {@code :id}
     */
    protected Entries(Class<E> entity, EntryType type, String referrersSql, Batch batch) {
        this.entity = entity;
        this.type = type;
        this.referrersSql = referrersSql;
        this.batch = batch;
        this.former = new FormerSlugs(type, this::getEntityManager);
    }

    EntryType type() {
        return type;
    }

    /** The entry at this address; a problem 404 if there never was one, 410 if it was deleted, 308 if it has moved. */
    public E get(Slug slug) {
        var entry = getByAnySlug(slug);
        if (!entry.slug().equals(slug.text())) {
            throw new MovedPermanently(new Slug(entry.slug()));
        }
        return entry;
    }

    /** The entry that has or had this slug; a problem 404 if there never was one, 410 if it was deleted. */
    public E getByAnySlug(Slug slug) {
        var typeName = type.wireName();
        var entry = findBySlug(slug.text())
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "There is no " + typeName + " \"" + slug + "\". /v1/" + typeName + "s lists those there are."));
        refuseDeleted(entry);
        return entry;
    }

    /** Throws 410 if the entry was deleted, perhaps by another transaction while this one waited for its lock. */
    protected void refuseDeleted(E entry) {
        if (entry.isDeleted()) {
            throw Problem.of(ProblemCode.GONE, "The " + type.wireName() + " \"" + entry.slug() + "\" was deleted.");
        }
    }

    /** The entry that has or had this slug, deleted or not; empty if there never was one, or the slug is invalid. */
    Optional<E> findBySlug(String slug) {
        return batch.isLookedUp(type, slug)
                ? batch.find(type, slug).map(entity::cast)
                : find("slug", slug).firstResultOptional().or(() -> retired(slug));
    }

    /**
     * The entry that a field refers to by its present or a former slug, locked against deletion until this transaction
     * ends.
     *
     * @throws Problem that names the field, if there is none
     */
    public E require(String field, String slug) {
        return findBySlug(slug).filter(this::lockUnlessDeleted).orElseThrow(() -> missing(field, slug));
    }

    /** Like {@link #require} for an optional field; null if the slug is null. */
    public @Nullable E requireIfAny(String field, @Nullable String slug) {
        return slug == null ? null : require(field, slug);
    }

    /**
     * Like {@link #require} for a field that refers to several entries.
     *
     * @throws Problem that names the field, too, if two of the slugs lead to one entry
     */
    public List<E> requireAll(String field, List<String> slugs) {
        var found = new LinkedHashMap<Long, String>();
        var entries = new ArrayList<E>();
        for (var slug : slugs) {
            var entry = require(field, slug);
            var earlier = found.put(entry.id(), slug);
            entries.add(entry);
            if (earlier != null) {
                throw Problem.field(
                        ProblemCode.INVALID_BODY,
                        field,
                        earlier.equals(slug)
                                ? "\"" + slug + "\" is there twice; name it once."
                                : "\"" + earlier + "\" and \"" + slug + "\" are one " + type.wireName()
                                        + "; name it once.");
            }
        }
        return entries;
    }

    /** The problem of an unknown slug, recorded in the batch, because a later line may still add its entry. */
    private Problem missing(String field, String slug) {
        batch.markUnresolved();
        return Problem.field(
                ProblemCode.INVALID_BODY,
                field,
                "there is no " + type.wireName() + " \"" + slug + "\"; add it first, or correct the slug.");
    }

    /** The prefetched entry of a batch that has or had this slug, if it is locked. */
    public Optional<E> findInBatch(Slug slug) {
        return findBySlug(slug.text()).filter(batch::isLocked);
    }

    /** The SQL clause by which a batch locks the entries that it refers to against deletion. */
    protected String lockClause() {
        return "for key share";
    }

    /** Prefetches and locks the entries that have or had these slugs, for a batch, in three statements. */
    public void prefetch(Set<String> slugs) {
        if (slugs.isEmpty()) {
            return;
        }
        slugs.forEach(slug -> batch.put(type, slug, null));
        var ids = former.idsBySlug(slugs);
        var locked = lockAll(ids.values());
        var found = new HashMap<Long, E>();
        for (var entry : getSession().findMultiple(entity, List.copyOf(Set.copyOf(ids.values())))) {
            found.put(entry.id(), entry);
            if (locked.contains(entry.id())) {
                batch.markLocked(entry);
            }
        }
        ids.forEach((slug, id) -> batch.put(type, slug, found.get(id)));
    }

    /** Locks entries in the order of their ids, so that batches cannot deadlock; the ids of those not deleted. */
    private Set<Long> lockAll(Collection<Long> ids) {
        return getSession()
                .createNativeQuery(
                        "select id from %s where id = any(:ids) and deleted_at is null order by id %s"
                                .formatted(type.wireName(), lockClause()),
                        Long.class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Records an entry that has just been added. */
    protected void noteAdded(E entry) {
        batch.markAdded(entry);
    }

    /** Locks an entry, whose slug then stays until the transaction ends, too; false if it is deleted. */
    boolean lockUnlessDeleted(E entry) {
        if (batch.isLocked(entry)) {
            return true;
        }
        var slug = getSession()
                .createNativeQuery(
                        "select cast(slug as text) from " + type.wireName()
                                + " where id = :id and deleted_at is null for key share",
                        String.class)
                .setParameter("id", entry.id())
                .uniqueResultOptional();
        // Another transaction may have renamed it while this one waited for the lock.
        slug.filter(now -> !now.equals(entry.slug()))
                .ifPresent(renamed -> getSession().refresh(entry));
        return slug.isPresent();
    }

    /** Locks an entry against changes and new references until the transaction ends. */
    void lockExclusively(E entry) {
        getEntityManager()
                .createNativeQuery("select 1 from " + type.wireName() + " where id = :id for update")
                .setParameter("id", entry.id())
                .getResultList();
    }

    /** Some of the entries that refer to this one, each as its type and slug. */
    List<String> listReferrers(E entry) {
        return Referrers.list(getEntityManager(), referrersSql, Map.of("id", entry.id()));
    }

    /** Throws a conflict if an entry has or had this slug. */
    void refuseTaken(Slug slug) {
        findBySlug(slug.text()).ifPresent(other -> {
            var why = other.isDeleted()
                    ? "was the slug of one that was deleted"
                    : other.slug().equals(slug.text()) ? "is there already" : "is a former slug of " + other.slug();
            var what = "the " + type.wireName() + " \"" + slug + "\" ";
            throw conflict("slug", what + why + "; change that one, or give another slug.");
        });
    }

    private static Problem conflict(String field, String detail) {
        return Problem.field(ProblemCode.CONFLICT, field, detail);
    }

    /** Changes the slug of an entry; its old one still leads there. It may take back one of its former slugs. */
    void rename(E entry, Slug slug, Instant now) {
        if (retired(slug.text()).filter(other -> other.id() == entry.id()).isPresent()) {
            former.forget(slug);
        } else {
            refuseTaken(slug);
        }
        former.add(entry.id(), entry.slug(), now);
        entry.rename(slug.text(), now);
    }

    /** Throws a conflict if one of these slugs is or was that of another entry than this, which is null if new. */
    void refuseFormerSlugs(@Nullable E entry, List<Slug> formerSlugs) {
        for (var slug : formerSlugs) {
            findBySlug(slug.text()).filter(other -> !other.equals(entry)).ifPresent(other -> {
                var what = "\"" + slug + "\" is, or was, the slug of the " + type.wireName() + " " + other.slug();
                throw conflict("formerSlugs", what + "; leave it out.");
            });
        }
    }

    /**
     * Adds former slugs, which no other entry has or had, to an entry.
     *
     * @return whether any of them is new
     */
    boolean retire(E entry, List<Slug> formerSlugs, Instant now) {
        var fresh = formerSlugs.stream()
                .filter(slug -> findBySlug(slug.text()).isEmpty())
                .toList();
        for (var slug : fresh) {
            batch.markWriting();
            former.add(entry.id(), slug.text(), now);
            batch.put(type, slug.text(), entry);
        }
        return !fresh.isEmpty();
    }

    private Optional<E> retired(String slug) {
        return former.findTarget(slug).map(this::findById);
    }

    /**
     * A page of the entries that are not deleted.
     *
     * @param name the alias of the entity in HQL
     * @param fetches {@code join fetch} clauses of the associations that every row shows, so that a page is one query
     */
    protected Page<E> page(String name, String fetches, HqlQuery where, PageRequest<E> request) {
        where.and(name + ".deletedAt is null");
        return where.page(
                getEntityManager(),
                entity,
                name,
                "from " + entity.getSimpleName() + " " + name + " " + fetches,
                request);
    }

    /**
     * The order by name or by last change.
     *
     * @param name the sort key of the name
     * @param entry the alias of the entity in HQL
     */
    protected static <E extends Entry> Sort<E> sort(ListOrder sorting, Sort.Key<E, String> name, String entry) {
        var id = Sort.Key.<E>number(entry + ".id", Entry::id);
        var updated = Sort.Key.<E>instant(entry + ".updatedAt", Entry::updatedAt);
        return switch (sorting) {
            case NAME -> Sort.ascending(name, id);
            case NAME_DOWN -> Sort.descending(name, id);
            case UPDATED -> Sort.ascending(updated, id);
            case UPDATED_DOWN -> Sort.descending(updated, id);
        };
    }
}
