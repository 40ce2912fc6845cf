package dev.solecast.catalog;

import dev.solecast.http.Moved;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Problem;
import dev.solecast.http.ProblemCode;
import dev.solecast.http.Slug;
import dev.solecast.http.Sort;
import dev.solecast.http.Sorting;
import dev.solecast.http.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import java.util.Optional;

/** What all repositories of entries do alike: find one by its slug, and read a page of them. */
public abstract class Entries<E extends Entry> implements PanacheRepository<E> {

    private final Class<E> type;
    private final String word;

    /**
     * @param type the entity
     * @param word what callers call one of them, for example {@code brand}
     */
    protected Entries(Class<E> type, String word) {
        this.type = type;
        this.word = word;
    }

    /** The one at this address; a problem 404 if there never was one, 410 if it was deleted, 308 if it has moved. */
    public E get(Slug slug) {
        var entry = known(slug);
        if (!entry.slug().equals(slug.text())) {
            throw new Moved(new Slug(entry.slug()));
        }
        return entry;
    }

    /** The one with this slug, present or retired; a problem 404 if there never was one, 410 if it was deleted. */
    public E known(Slug slug) {
        var entry = find("slug", slug.text())
                .firstResultOptional()
                .or(() -> retired(slug))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "There is no " + word + " \"" + slug + "\". /v1/" + word + "s lists those there are."));
        if (entry.deleted()) {
            throw Problem.of(ProblemCode.GONE, "The " + word + " \"" + slug + "\" was deleted.");
        }
        return entry;
    }

    private Optional<E> retired(Slug slug) {
        return getEntityManager()
                .createNativeQuery(
                        "select target_id from retired_slug where resource = :resource and slug = :slug", Long.class)
                .setParameter("resource", word)
                .setParameter("slug", slug.text())
                .getResultStream()
                .findFirst()
                .map(id -> findById((Long) id));
    }

    /**
     * One page of those that are not deleted.
     *
     * @param name how the HQL names the entity
     * @param fetches {@code join fetch}es that bring along what every row shows, so that a page stays one query
     */
    protected Page<E> page(String name, String fetches, Where where, PageRequest<E> request) {
        where.and(name + ".deletedAt is null");
        return where.page(
                getEntityManager(), type, name, "from " + type.getSimpleName() + " " + name + " " + fetches, request);
    }

    /**
     * An order by name or by last change.
     *
     * @param name the column of the name
     * @param entry how the HQL names the entity
     */
    protected static <E extends Entry> Sort<E> sort(Sorting sorting, Sort.Key<E, String> name, String entry) {
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
