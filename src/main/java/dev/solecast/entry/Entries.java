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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all repositories of entries do alike: find one by its slug, and read a page of them. */
public abstract class Entries<E extends Entry> implements PanacheRepository<E> {

    /** Names more of those in the way than this would be no help. */
    private static final int MOST_REFERRERS = 10;

    private final Class<E> entity;
    private final EntryType type;
    private final String referrers;
    private final Batch batch;
    private final FormerSlugs former;

    /**
     * @param entity its class
     * @param type what callers call one of them
     * @param referrers SQL that finds who refers to the one with the number {@code :id}: type and slug
     */
    protected Entries(Class<E> entity, EntryType type, String referrers, Batch batch) {
        this.entity = entity;
        this.type = type;
        this.referrers = referrers;
        this.batch = batch;
        this.former = new FormerSlugs(type, this::getEntityManager);
    }

    EntryType type() {
        return type;
    }

    /** The one at this address; a problem 404 if there never was one, 410 if it was deleted, 308 if it has moved. */
    public E get(Slug slug) {
        var entry = known(slug);
        if (!entry.slug().equals(slug.text())) {
            throw new MovedPermanently(new Slug(entry.slug()));
        }
        return entry;
    }

    /** The one with this slug, present or retired; a problem 404 if there never was one, 410 if it was deleted. */
    public E known(Slug slug) {
        var word = type.word();
        var entry = named(slug.text())
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "There is no " + word + " \"" + slug + "\". /v1/" + word + "s lists those there are."));
        refuseDeleted(entry);
        return entry;
    }

    /** Refuses, as 410, one that was deleted, perhaps by somebody else while this transaction waited for it. */
    protected void refuseDeleted(E entry) {
        if (entry.deleted()) {
            throw Problem.of(ProblemCode.GONE, "The " + type.word() + " \"" + entry.slug() + "\" was deleted.");
        }
    }

    /** The next of those that are not deleted after a number, in the order of their numbers. */
    List<E> after(long id, int atMost) {
        return find("id > ?1 and deletedAt is null order by id", id)
                .page(0, atMost)
                .list();
    }

    /** The one that has or had this slug, deleted or not; empty if there never was one, or it can be no slug. */
    Optional<E> named(String slug) {
        return batch.knows(type, slug)
                ? batch.named(type, slug).map(entity::cast)
                : find("slug", slug).firstResultOptional().or(() -> retired(slug));
    }

    /**
     * The one that a field names by its slug, present or retired; nobody can delete it until this transaction ends.
     *
     * @throws Problem that names the field, if there is none
     */
    public E require(String field, String slug) {
        return named(slug).filter(this::isKept).orElseThrow(() -> missing(field, slug));
    }

    /** The same for a field that may be left out; null stays null. */
    public @Nullable E requireIfAny(String field, @Nullable String slug) {
        return slug == null ? null : require(field, slug);
    }

    /** The same for a field that names several. */
    public List<E> requireAll(String field, List<String> slugs) {
        return slugs.stream().map(slug -> require(field, slug)).toList();
    }

    /** The problem that nothing has a slug which a field names; a later line of a batch may still bring it. */
    private Problem missing(String field, String slug) {
        batch.miss();
        return Problem.field(
                ProblemCode.INVALID_BODY,
                field,
                "there is no " + type.word() + " \"" + slug + "\"; add it first, or correct the slug.");
    }

    /** In a batch that has looked for it: the one that has or had this slug, if it is kept. */
    public Optional<E> namedInBatch(Slug slug) {
        return named(slug.text()).filter(batch::isKept);
    }

    /** How a batch locks those that it names: nobody can delete them. */
    protected String lock() {
        return "for key share";
    }

    /** For a batch: finds those that have or had these slugs, and locks them, in three statements. */
    public void lookAhead(Set<String> slugs) {
        if (slugs.isEmpty()) {
            return;
        }
        slugs.forEach(slug -> batch.add(type, slug, null));
        var numbers = numbers(slugs);
        var kept = locked(numbers.values());
        var found = new HashMap<Long, E>();
        for (var entry : getSession().findMultiple(entity, List.copyOf(Set.copyOf(numbers.values())))) {
            found.put(entry.id(), entry);
            if (kept.contains(entry.id())) {
                batch.keep(entry);
            }
        }
        numbers.forEach((slug, id) -> batch.add(type, slug, found.get(id)));
    }

    private Map<String, Long> numbers(Set<String> slugs) {
        return getSession()
                .createNativeQuery("""
                        select cast(slug as text), id from %s where slug = any(:slugs)
                        union all
                        select cast(slug as text), target_id from retired_slug
                        where resource = :resource and slug = any(:slugs)
                        """.formatted(type.word()), Object[].class)
                .setParameter("resource", type.word())
                .setParameter("slugs", slugs.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** In one order, so that two batches never wait for each other. */
    private Set<Long> locked(Collection<Long> numbers) {
        return getSession()
                .createNativeQuery(
                        "select id from %s where id = any(:ids) and deleted_at is null order by id %s"
                                .formatted(type.word(), lock()),
                        Long.class)
                .setParameter("ids", numbers.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Notes that it is there now. */
    protected void added(E entry) {
        batch.added(entry);
    }

    /** Whether it is not deleted; then it keeps both itself and its slug until this transaction ends. */
    boolean isKept(E entry) {
        if (batch.isKept(entry)) {
            return true;
        }
        var slug = getSession()
                .createNativeQuery(
                        "select cast(slug as text) from " + type.word()
                                + " where id = :id and deleted_at is null for key share",
                        String.class)
                .setParameter("id", entry.id())
                .uniqueResultOptional();
        // While this transaction waited for the lock, somebody else may have renamed it.
        slug.filter(now -> !now.equals(entry.slug()))
                .ifPresent(renamed -> getSession().refresh(entry));
        return slug.isPresent();
    }

    /** From here to the end of the transaction nobody can begin to refer to it, or change it. */
    void lockAlone(E entry) {
        getEntityManager()
                .createNativeQuery("select 1 from " + type.word() + " where id = :id for update")
                .setParameter("id", entry.id())
                .getResultList();
    }

    /** Some of those that refer to it, as callers call them. */
    List<String> referrers(E entry) {
        return getEntityManager()
                .createNativeQuery(
                        "select type || ' ' || slug from (" + referrers + ") all_of_them order by 1", String.class)
                .setParameter("id", entry.id())
                .setMaxResults(MOST_REFERRERS)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }

    /** Refuses a slug that another one has or had, as a conflict. */
    void refuseTaken(Slug slug) {
        named(slug.text()).ifPresent(other -> {
            var how = other.deleted()
                    ? "was the slug of one that was deleted"
                    : other.slug().equals(slug.text()) ? "is there already" : "is a former slug of " + other.slug();
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "slug",
                    "the " + type.word() + " \"" + slug + "\" " + how + "; change that one, or give another slug.");
        });
    }

    /** Gives it another slug; its former one leads there from now on. A former one of its own it may take back. */
    void rename(E entry, Slug slug, Instant now) {
        if (retired(slug.text()).filter(other -> other.id() == entry.id()).isPresent()) {
            former.forget(slug);
        } else {
            refuseTaken(slug);
        }
        former.add(entry.id(), entry.slug(), now);
        entry.rename(slug.text(), now);
    }

    /**
     * Lets these slugs lead to it, too.
     *
     * @return whether any did not before
     */
    boolean retire(E entry, List<Slug> formerSlugs, Instant now) {
        var fresh = formerSlugs.stream()
                .filter(slug -> named(slug.text())
                        .filter(other -> other.id() == entry.id())
                        .isEmpty())
                .toList();
        for (var slug : fresh) {
            refuseTaken(slug);
            former.add(entry.id(), slug.text(), now);
            batch.add(type, slug.text(), entry);
        }
        return !fresh.isEmpty();
    }

    /** The slugs that lead to each of these, by its number, oldest first; those that have none are left out. */
    Map<Long, List<String>> formerSlugs(List<E> entries) {
        return former.of(entries.stream().map(Entry::id).toList());
    }

    private Optional<E> retired(String slug) {
        return former.target(slug).map(this::findById);
    }

    /**
     * One page of those that are not deleted.
     *
     * @param name how the HQL names the entity
     * @param fetches {@code join fetch}es that bring along what every row shows, so that a page stays one query
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
     * An order by name or by last change.
     *
     * @param name the column of the name
     * @param entry how the HQL names the entity
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
